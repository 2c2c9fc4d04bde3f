package org.gatehouse.authorization;

import java.time.Instant;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.ConferenceGrant;
import org.gatehouse.admission.MeetingServer;
import org.gatehouse.admission.MeetingServerQuestion;
import org.gatehouse.admission.Reason;
import org.gatehouse.admission.Side;
import org.gatehouse.directory.Names;
import org.gatehouse.directory.snapshot.DirectorySnapshot;
import org.gatehouse.directory.snapshot.KnownKey;

/** Which session key opens which conference, and which inside servers may host them. */
final class ConferencePolicy {
  private ConferencePolicy() {}

  /**
   * A key that was issued and has not expired, for a user who is still enabled, to a server that is
   * still enabled. Uses are counted elsewhere.
   *
   * @param keyHash the hash of the key that was presented
   */
  static Admission<ConferenceGrant> connection(
      DirectorySnapshot snapshot, String keyHash, Instant now) {
    KnownKey key = snapshot.sessionKeys().get(keyHash);
    if (key == null) {
      return Admission.refused(Reason.UNKNOWN_KEY, "unknown-session-key");
    }
    if (!now.isBefore(key.expires())) {
      return Admission.refused(Reason.UNKNOWN_KEY, "expired-session-key");
    }
    if (!snapshot.meetingServers().contains(key.meetingServer())) {
      return Admission.refused(Reason.FORBIDDEN, "disabled-meeting-server");
    }
    return UserPolicy.ifEnabled(
        snapshot,
        key.user(),
        user ->
            Admission.admitted(
                new ConferenceGrant(key.conference(), user.aor(), key.meetingServer()),
                "session-key"));
  }

  /** An enabled meeting server, and only from inside. */
  static Admission<MeetingServer> meetingServer(
      DirectorySnapshot snapshot, MeetingServerQuestion question) {
    if (question.stranger().side() != Side.INTERNAL) {
      return Admission.refused(Reason.FORBIDDEN, "meeting-server-from-outside");
    }
    return Names.host(question.name())
        .filter(snapshot.meetingServers()::contains)
        .map(name -> Admission.admitted(new MeetingServer(name), "enabled-meeting-server"))
        .orElseGet(() -> Admission.refused(Reason.FORBIDDEN, "unknown-meeting-server"));
  }
}
