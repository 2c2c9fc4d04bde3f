package org.gatehouse.authorization;

import java.util.List;
import java.util.function.Function;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.CredentialsQuestion;
import org.gatehouse.admission.DigestKeys;
import org.gatehouse.admission.Reason;
import org.gatehouse.directory.snapshot.DirectorySnapshot;
import org.gatehouse.directory.snapshot.KnownUser;

/** What holds for users at every door. */
final class UserPolicy {
  private UserPolicy() {}

  /**
   * The digests of an enabled user for a realm (RFC 3261 §22.4, RFC 8489 §9.2.4). Each answer is a
   * copy, the asker's to wipe.
   */
  static Admission<DigestKeys> credentials(
      DirectorySnapshot snapshot, CredentialsQuestion question) {
    return ifEnabled(
        snapshot,
        question.username(),
        user ->
            user.digestKeys(question.realm(), question.username())
                .map(keys -> Admission.admitted(keys, "enabled-user"))
                .orElseGet(
                    () -> Admission.refused(Reason.UNKNOWN_USER, "user-without-digest-for-realm")));
  }

  /**
   * Goes on with the enabled user of this name, or refuses. A name without a domain that several
   * domains have means none of them.
   */
  static <G> Admission<G> ifEnabled(
      DirectorySnapshot snapshot, String name, Function<KnownUser, Admission<G>> then) {
    List<KnownUser> found = snapshot.users().named(name);
    if (found.isEmpty()) {
      return Admission.refused(Reason.UNKNOWN_USER, "unknown-user");
    }
    if (found.size() > 1) {
      return Admission.refused(Reason.UNKNOWN_USER, "user-name-of-several-domains");
    }
    KnownUser user = found.get(0);
    return user.enabled()
        ? then.apply(user)
        : Admission.refused(Reason.DISABLED_USER, "disabled-user");
  }
}
