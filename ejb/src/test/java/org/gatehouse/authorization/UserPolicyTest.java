package org.gatehouse.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.authorization.Snapshots.OUTSIDE;
import static org.gatehouse.authorization.Snapshots.SNAPSHOT;

import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Admission.Admitted;
import org.gatehouse.admission.CredentialsQuestion;
import org.gatehouse.admission.DigestKeys;
import org.gatehouse.admission.Reason;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Test;

class UserPolicyTest {
  private static Admission<DigestKeys> credentials(String username, String realm) {
    return UserPolicy.credentials(SNAPSHOT, new CredentialsQuestion(OUTSIDE, username, realm));
  }

  private static DigestKeys keys(String username) {
    return ((Admitted<DigestKeys>) credentials(username, "gatehouse")).grant();
  }

  @Test
  @Spec("RFC 3261 §22.4")
  void givesTheDigestOfTheSpellingThatTheClientSent() {
    assertThat(keys("alice").md5()).containsOnly(1);
    assertThat(keys("alice@example.com").md5()).containsOnly(2);
  }

  @Test
  void whatIsWipedByOneAskerIsWholeForTheNext() {
    keys("alice").wipe();

    assertThat(keys("alice").md5()).containsOnly(1);
    assertThat(keys("alice").sha256()).containsOnly(1);
  }

  @Test
  void refusesUsersThatAreUnknownDisabledAmbiguousOrOfAnotherRealm() {
    assertThat(credentials("mallory", "gatehouse"))
        .isEqualTo(Admission.refused(Reason.UNKNOWN_USER, "unknown-user"));
    assertThat(credentials("bob", "gatehouse"))
        .isEqualTo(Admission.refused(Reason.DISABLED_USER, "disabled-user"));
    assertThat(credentials("carol", "gatehouse"))
        .isEqualTo(Admission.refused(Reason.UNKNOWN_USER, "user-name-of-several-domains"));
    assertThat(credentials("alice", "elsewhere"))
        .isEqualTo(Admission.refused(Reason.UNKNOWN_USER, "user-without-digest-for-realm"));
  }

  @Test
  void aNameOfSeveralDomainsIsKnownWithItsDomain() {
    assertThat(keys("carol@192.0.2.7").md5()).containsOnly(2);
  }
}
