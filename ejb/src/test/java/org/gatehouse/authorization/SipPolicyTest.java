package org.gatehouse.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.authorization.Snapshots.INSIDE;
import static org.gatehouse.authorization.Snapshots.OUTSIDE;
import static org.gatehouse.authorization.Snapshots.SNAPSHOT;

import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Passage;
import org.gatehouse.admission.Passage.SourceKind;
import org.gatehouse.admission.Proof;
import org.gatehouse.admission.Reason;
import org.gatehouse.admission.SipQuestion;
import org.gatehouse.admission.Stranger;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipPolicyTest {
  private static final String OURS = "sip:alice@example.com";
  private static final String FOREIGN = "sip:alice@example.net";

  private static Admission<Passage> passage(Stranger stranger, String to, String requestUri) {
    return SipPolicy.passage(
        SNAPSHOT, new SipQuestion(stranger, "INVITE", "sip:x@example.org", to, requestUri));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sip:alice@example.com",
        "sips:alice@EXAMPLE.com:5061;transport=tcp?subject=x",
        "SIP:example.com",
        "sip:a;b?c@example.com",
        "sip:alice@example.com.",
        "sip:alice@192.0.2.7:5060",
        "sip:alice@[2001:DB8::7]:5060;lr"
      })
  @Spec("RFC 3261 §19.1.1")
  void admitsFromOutsideToADomainOfOurs(String uri) {
    assertThat(passage(OUTSIDE, uri, uri))
        .isEqualTo(Admission.admitted(new Passage(SourceKind.REMOTE_USER), "domain-of-ours"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sip:alice@example.net",
        "sip:alice@sub.example.com",
        "sip:alice@example.com@example.net",
        "sip:example.com@example.net",
        "sip:alice@example.net;x=@example.com",
        "sip:alice@192.0.2.8",
        "sip:alice@example.com:x",
        "sip:alice@[2001:db8::8]",
        "sip:alice@[example.com",
        "sip:",
        "sip:@",
        "tel:+15551234;phone-context=example.com",
        "mailto:alice@example.com",
        "example.com",
        ""
      })
  void refusesFromOutsideToAnythingElse(String uri) {
    assertThat(passage(OUTSIDE, OURS, uri))
        .isEqualTo(Admission.refused(Reason.UNKNOWN_DOMAIN, "request-uri-of-another-domain"));
  }

  @Test
  @Spec("RFC 3261 §16.5")
  void admitsARequestThatWasRetargetedToOurs() {
    assertThat(passage(OUTSIDE, FOREIGN, OURS)).isInstanceOf(Admission.Admitted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "sip:carol@example.com, sip:alice@example.com, true",
    "sip:stranger@example.net, sip:alice@example.com, false"
  })
  @Spec("RFC 3261 §22.3")
  void asksOurUsersForProofAndNobodyElse(String from, String requestUri, boolean required) {
    assertThat(proof(from, requestUri))
        .isInstanceOfSatisfying(
            Admission.Admitted.class,
            admitted -> assertThat(admitted.grant()).isEqualTo(new Proof(required)));
  }

  @Test
  void doesNotServeAnotherDomain() {
    assertThat(proof("sip:carol@example.com", FOREIGN))
        .isEqualTo(Admission.refused(Reason.UNKNOWN_DOMAIN, "request-uri-of-another-domain"));
  }

  private static Admission<Proof> proof(String from, String requestUri) {
    return SipPolicy.proof(
        SNAPSHOT, new SipQuestion(INSIDE, "INVITE", from, requestUri, requestUri));
  }

  @Test
  void admitsFromInsideToAnyDomain() {
    assertThat(passage(INSIDE, FOREIGN, FOREIGN))
        .isEqualTo(Admission.admitted(new Passage(SourceKind.INTERNAL), "from-inside"));
  }
}
