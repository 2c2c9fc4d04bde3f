package org.gatehouse.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Test;

class SipMessageTest {
  static final String INVITE =
      String.join(
          "\r\n",
          "INVITE sip:bob@biloxi.example SIP/2.0",
          "v: SIP / 2.0 / UDP pc33.atlanta.example: 5066 ;branch=z9hG4bK1;rport,",
          "  SIP/2.0/TLS [2001:db8::1];branch=z9hG4bK0",
          "Max-Forwards: 70",
          "To: \"Bob; tag=no\" <sip:bob@biloxi.example;tag=no>",
          "f: Alice <sip:alice@atlanta.example>;tag=1928",
          "Call-ID: a84b4c",
          "CSeq: 0009",
          "  INVITE",
          "X-ODD :   as  it is ",
          "Content-Length: 4",
          "",
          "body");

  static SipMessage message(String text) throws SipFormatException {
    return SipMessage.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  static String text(SipMessage message) {
    return new String(message.encode(), StandardCharsets.UTF_8);
  }

  @Test
  @Spec("RFC 3261 §7.3.1")
  void readsFoldedAndCompactHeaderFields() throws Exception {
    SipMessage invite = message(INVITE);
    assertThat(invite.method()).isEqualTo("INVITE");
    assertThat(invite.requestUri()).isEqualTo("sip:bob@biloxi.example");
    assertThat(invite.count(HeaderName.VIA)).isEqualTo(2);
    assertThat(invite.topVia().port()).isEqualTo(5066);
    assertThat(invite.topVia().branch()).contains("z9hG4bK1");
    assertThat(invite.topVia().params()).containsKey("rport");
    assertThat(invite.toTag()).isEmpty();
    assertThat(invite.fromTag()).contains("1928");
    assertThat(invite.cseqNumber()).isEqualTo(9);
    assertThat(invite.cseqMethod()).isEqualTo("INVITE");
    assertThat(invite.maxForwards()).hasValue(70);
    assertThat(invite.first(HeaderName.of("x-odd"))).contains("as  it is");
    assertThat(new String(invite.body(), StandardCharsets.UTF_8)).isEqualTo("body");
  }

  @Test
  @Spec("RFC 3261 §18.3")
  void dropsOctetsAfterTheBodyAndRefusesAMissingPart() throws Exception {
    assertThat(text(message(INVITE + "extra"))).isEqualTo(INVITE);
    assertThatThrownBy(() -> message(INVITE.substring(0, INVITE.length() - 1)))
        .isInstanceOf(SipFormatException.class);
  }

  @Test
  void leavesUntouchedLinesAsTheyCame() throws Exception {
    assertThat(text(message(INVITE).edit().build())).isEqualTo(INVITE);
    SipMessage next =
        message(INVITE)
            .edit()
            .requestUri("sip:bob@10.0.0.1")
            .addFirst(HeaderName.VIA, "SIP/2.0/UDP edge;branch=z9hG4bK2")
            .set(HeaderName.MAX_FORWARDS, "69")
            .build();
    assertThat(text(next))
        .isEqualTo(
            INVITE
                .replace("INVITE sip:bob@biloxi.example ", "INVITE sip:bob@10.0.0.1 ")
                .replace("v: ", "Via: SIP/2.0/UDP edge;branch=z9hG4bK2\r\nv: ")
                .replace(": 70", ": 69"));
  }

  @Test
  void takesOneValueOutOfAList() throws Exception {
    SipMessage next = message(INVITE).edit().removeFirst(HeaderName.VIA).build();
    assertThat(next.values(HeaderName.VIA))
        .containsExactly("SIP/2.0/TLS [2001:db8::1];branch=z9hG4bK0");
    assertThat(next.topVia().host()).isEqualTo("[2001:db8::1]");
    assertThat(next.edit().removeFirst(HeaderName.VIA).build().count(HeaderName.VIA)).isZero();
  }

  @Test
  void refusesToWriteAValueThatLeavesItsLine() throws Exception {
    Edit edit = message(INVITE).edit();
    assertThatThrownBy(() -> edit.add(HeaderName.WARNING, "x\r\nEvil: y"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Spec("RFC 3261 §8.2.6")
  void answersWithTheHeaderFieldsOfTheRequest() throws Exception {
    SipMessage busy = SipMessage.response(message(INVITE), 486, "Busy Here", "t1");
    assertThat(busy.statusCode()).isEqualTo(486);
    assertThat(busy.reasonPhrase()).isEqualTo("Busy Here");
    assertThat(busy.toTag()).isEqualTo(Optional.of("t1"));
    assertThat(busy.method()).isEqualTo("INVITE");
    assertThat(busy.values(HeaderName.VIA)).isEqualTo(message(INVITE).values(HeaderName.VIA));
    assertThat(SipMessage.parse(busy.encode()).callId()).isEqualTo("a84b4c");
  }

  @Test
  void refusesEveryTruncationWithAFormatException() {
    byte[] whole = INVITE.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> SipMessage.parse(part)).isInstanceOf(SipFormatException.class);
    }
  }

  @Test
  void throwsNothingElseForRandomOctets() {
    Random random = new Random(4475);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] octets = INVITE.getBytes(StandardCharsets.UTF_8);
      for (int change = random.nextInt(8); change >= 0; change--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
      }
      try {
        SipMessage message = SipMessage.parse(octets);
        assertThat(message.topVia()).isNotNull();
        SipMessage next = message.edit().removeFirst(HeaderName.VIA).build();
        assertThat(next.count(HeaderName.VIA)).isEqualTo(message.count(HeaderName.VIA) - 1);
        if (next.count(HeaderName.VIA) > 0) {
          assertThat(next.topVia()).isNotNull();
        }
      } catch (SipFormatException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }
}
