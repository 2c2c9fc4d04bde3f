package org.gatehouse.authorization;

import java.time.Clock;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.ConferenceGrant;
import org.gatehouse.admission.ConferenceQuestion;
import org.gatehouse.admission.Reason;
import org.gatehouse.directory.Directory;
import org.gatehouse.directory.SessionKeyHash;
import org.gatehouse.directory.snapshot.DirectorySnapshot;
import org.gatehouse.directory.snapshot.KnownKey;

/** Session keys, with the one question that a snapshot cannot answer: whether a use is left. */
final class ConferenceAnswers {
  private ConferenceAnswers() {}

  static Admission<ConferenceGrant> connection(
      Directory directory, ConferenceQuestion question, Clock clock) {
    return Answer.by(
        directory,
        question,
        snapshot -> {
          String keyHash = SessionKeyHash.of(question.sessionKey());
          Admission<ConferenceGrant> admission =
              ConferencePolicy.connection(snapshot, keyHash, clock.instant());
          boolean spends =
              admission instanceof Admission.Admitted<ConferenceGrant>
                  && isLimited(snapshot, keyHash);
          return !spends || directory.spend(keyHash)
              ? admission
              : Admission.refused(Reason.UNKNOWN_KEY, "spent-session-key");
        });
  }

  private static boolean isLimited(DirectorySnapshot snapshot, String keyHash) {
    KnownKey key = snapshot.sessionKeys().get(keyHash);
    return key != null && key.limited();
  }
}
