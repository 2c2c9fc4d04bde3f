package org.gatehouse.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.gatehouse.conference.ConferenceOpening.MeetingServer;
import org.gatehouse.conference.ConferenceOpening.NeedMore;
import org.gatehouse.conference.ConferenceOpening.Participant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningDecoderTest {
  private static final String KEY = "Zm9vYmFyLWJhel9xdXV4";
  private static final String LINE = "GATEHOUSE-CONFERENCE/1 " + KEY + "\r\n";

  private static ByteBuffer octets(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static ConferenceFormatException wrong(OpeningDecoder decoder, String text) {
    return catchThrowableOfType(ConferenceFormatException.class, () -> decoder.read(octets(text)));
  }

  @Test
  void readsTheKeyAndLeavesTheOctetsOfTheMeeting() throws Exception {
    ByteBuffer arrived = octets(LINE + "meeting");

    assertThat(OpeningDecoder.participant().read(arrived)).isEqualTo(new Participant(KEY));
    assertThat(StandardCharsets.US_ASCII.decode(arrived).toString()).isEqualTo("meeting");
  }

  @Test
  void readsTheNameOfAMeetingServer() throws Exception {
    assertThat(
            OpeningDecoder.meetingServer()
                .read(octets("GATEHOUSE-MEETING-SERVER/1 meeting-1.example_net\r\n")))
        .isEqualTo(new MeetingServer("meeting-1.example_net"));
  }

  @Test
  void everyTruncationNeedsMoreAndEveryChunkBoundaryReadsTheSame() throws Exception {
    for (int cut = 0; cut < LINE.length(); cut++) {
      OpeningDecoder decoder = OpeningDecoder.participant();
      assertThat(decoder.read(octets(LINE.substring(0, cut)))).isEqualTo(new NeedMore());
      assertThat(decoder.read(octets(LINE.substring(cut)))).isEqualTo(new Participant(KEY));
    }
  }

  @Test
  void readsOctetByOctet() throws Exception {
    OpeningDecoder decoder = OpeningDecoder.participant();
    for (int i = 0; i < LINE.length() - 1; i++) {
      assertThat(decoder.read(octets(LINE.substring(i, i + 1)))).isEqualTo(new NeedMore());
    }
    assertThat(decoder.read(octets("\n"))).isEqualTo(new Participant(KEY));
    assertThatThrownBy(() -> decoder.read(octets("x"))).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GET / HTTP/1.1,                                     opening,     1
          gATEHOUSE-CONFERENCE/1 Zm9vYmFyLWJhel9xdXV4,        opening,     0
          GATEHOUSE-CONFERENCE/2 Zm9vYmFyLWJhel9xdXV4,        opening,     21
          GATEHOUSE-MEETING-SERVER/1 meeting,                 opening,     10
          GATEHOUSE-CONFERENCE/1 Zm9vYmFyLWJhel9xdXV4 x,      session-key, 43
          GATEHOUSE-CONFERENCE/1 Zm9v+mFyLWJhel9xdXV4,        session-key, 27
          """)
  void namesTheFirstWrongOctet(String line, String rule, int offset) {
    ConferenceFormatException wrong = wrong(OpeningDecoder.participant(), line + "\r\n");

    assertThat(wrong.rule()).isEqualTo(rule);
    assertThat(wrong.offset()).isEqualTo(offset);
    assertThat(wrong).hasMessage("malformed " + rule + " at " + offset);
  }

  @Test
  void aLineFeedAloneEndsNothing() {
    assertThat(wrong(OpeningDecoder.participant(), LINE.replace("\r", "")).rule())
        .isEqualTo("session-key");
    assertThat(wrong(OpeningDecoder.participant(), LINE.replace("\n", "x")).rule())
        .isEqualTo("CRLF");
  }

  @Test
  void keysHaveSixteenTo128Characters() throws Exception {
    for (int length : new int[] {16, 128}) {
      String key = "k".repeat(length);
      assertThat(
              OpeningDecoder.participant().read(octets("GATEHOUSE-CONFERENCE/1 " + key + "\r\n")))
          .isEqualTo(new Participant(key));
    }
    for (int length : new int[] {0, 15, 129}) {
      String line = "GATEHOUSE-CONFERENCE/1 " + "k".repeat(length) + "\r\n";
      assertThat(wrong(OpeningDecoder.participant(), line).rule()).isEqualTo("session-key");
    }
    assertThat(LINE.length() - KEY.length() + 128).isLessThan(OpeningDecoder.MAXIMUM_LENGTH);
  }

  @Test
  void namesHaveOneTo253Characters() {
    for (int length : new int[] {0, 254}) {
      String line = "GATEHOUSE-MEETING-SERVER/1 " + "n".repeat(length) + "\r\n";
      assertThat(wrong(OpeningDecoder.meetingServer(), line).rule()).isEqualTo("server-name");
    }
  }

  @Test
  void randomOctetsAreMalformedWithinTheBound() {
    Random random = new Random(20261101);
    for (int round = 0; round < 10_000; round++) {
      byte[] noise = new byte[OpeningDecoder.MAXIMUM_LENGTH];
      random.nextBytes(noise);
      byte[] line = LINE.getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(line, 0, noise, 0, random.nextInt(line.length - 4));
      assertThatThrownBy(() -> OpeningDecoder.participant().read(ByteBuffer.wrap(noise)))
          .isInstanceOf(ConferenceFormatException.class);
    }
  }

  @Test
  void theKeyIsInNoText() {
    assertThat(new Participant(KEY).toString()).doesNotContain(KEY);
  }

  @Test
  void connectNamesConferenceAndUserAsTokens() {
    ConnectLine line = new ConnectLine("weekly", "sip:jürgen@example.net 100%\r\n");

    assertThat(StandardCharsets.US_ASCII.decode(line.encode()).toString())
        .isEqualTo("CONNECT weekly sip:j%C3%BCrgen@example.net%20100%25%0D%0A\r\n");
    assertThatThrownBy(() -> new ConnectLine("", "user"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
