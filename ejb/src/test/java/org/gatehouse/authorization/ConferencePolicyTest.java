package org.gatehouse.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.authorization.Snapshots.INSIDE;
import static org.gatehouse.authorization.Snapshots.NOON;
import static org.gatehouse.authorization.Snapshots.OUTSIDE;
import static org.gatehouse.authorization.Snapshots.SNAPSHOT;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.ConferenceGrant;
import org.gatehouse.admission.ConferenceQuestion;
import org.gatehouse.admission.MeetingServer;
import org.gatehouse.admission.MeetingServerQuestion;
import org.gatehouse.admission.Reason;
import org.gatehouse.directory.Directory;
import org.gatehouse.directory.DirectoryReading;
import org.junit.jupiter.api.Test;

class ConferencePolicyTest {
  private static final Admission<ConferenceGrant> WEEKLY =
      Admission.admitted(
          new ConferenceGrant("weekly", "alice@example.com", "mcu.example"), "session-key");

  private final Directory directory =
      Snapshots.directory(new DirectoryReading.Current(SNAPSHOT), 1);

  private Admission<ConferenceGrant> connection(String sessionKey, Instant now) {
    return ConferenceAnswers.connection(
        directory, new ConferenceQuestion(OUTSIDE, sessionKey), Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void aKnownKeyLeadsToItsConferenceUntilItExpires() {
    assertThat(connection("good", NOON.plusSeconds(59))).isEqualTo(WEEKLY);
    assertThat(connection("good", NOON.plusSeconds(60)))
        .isEqualTo(Admission.refused(Reason.UNKNOWN_KEY, "expired-session-key"));
  }

  @Test
  void anUnknownKeyLeadsNowhere() {
    assertThat(connection("bad", NOON))
        .isEqualTo(Admission.refused(Reason.UNKNOWN_KEY, "unknown-session-key"));
  }

  @Test
  void aKeyEndsWhenItsUserOrItsServerIsDisabled() {
    assertThat(connection("bobs", NOON))
        .isEqualTo(Admission.refused(Reason.DISABLED_USER, "disabled-user"));
    assertThat(connection("away", NOON))
        .isEqualTo(Admission.refused(Reason.FORBIDDEN, "disabled-meeting-server"));
  }

  @Test
  void aLimitedKeyIsSpentByConnectionsThatWereAdmittedOnly() {
    assertThat(connection("once", NOON.plusSeconds(60)))
        .isEqualTo(Admission.refused(Reason.UNKNOWN_KEY, "expired-session-key"));
    assertThat(connection("once", NOON)).isEqualTo(WEEKLY);
    assertThat(connection("once", NOON))
        .isEqualTo(Admission.refused(Reason.UNKNOWN_KEY, "spent-session-key"));
    assertThat(connection("good", NOON)).isEqualTo(WEEKLY);
  }

  @Test
  void anEnabledMeetingServerRegistersFromInsideOnly() {
    assertThat(meetingServer(new MeetingServerQuestion(INSIDE, "MCU.example")))
        .isEqualTo(Admission.admitted(new MeetingServer("mcu.example"), "enabled-meeting-server"));
    assertThat(meetingServer(new MeetingServerQuestion(OUTSIDE, "mcu.example")))
        .isEqualTo(Admission.refused(Reason.FORBIDDEN, "meeting-server-from-outside"));
    assertThat(meetingServer(new MeetingServerQuestion(INSIDE, "off.example")))
        .isEqualTo(Admission.refused(Reason.FORBIDDEN, "unknown-meeting-server"));
  }

  private static Admission<MeetingServer> meetingServer(MeetingServerQuestion question) {
    return ConferencePolicy.meetingServer(SNAPSHOT, question);
  }
}
