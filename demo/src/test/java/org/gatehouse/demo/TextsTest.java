package org.gatehouse.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gatehouse.conformance.Spec;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  @Spec("RFC 3261 §7.1")
  void aRequestIsReadAsItWasWritten() {
    SipMessage request =
        new RequestText("MESSAGE", "sip:bob@localhost")
            .header(HeaderName.VIA, "SIP/2.0/UDP 127.0.0.1:5000;branch=z9hG4bK1")
            .header(HeaderName.FROM, "<sip:alice@localhost>;tag=1")
            .header(HeaderName.TO, "<sip:bob@localhost>")
            .header(HeaderName.CALL_ID, "call")
            .header(HeaderName.CSEQ, "1 MESSAGE")
            .body("text/plain", "Grüße".getBytes(StandardCharsets.UTF_8))
            .build();

    assertThat(request.requestUri()).isEqualTo("sip:bob@localhost");
    assertThat(request.first(HeaderName.CONTENT_LENGTH)).hasValue("7");
    assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo("Grüße");
  }

  @Test
  void aValueCannotBecomeASecondLine() {
    RequestText text = new RequestText("MESSAGE", "sip:bob@localhost");

    assertThatThrownBy(() -> text.header(HeaderName.SUBJECT, "a\r\nRoute: <sip:b>"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Spec("RFC 8866 §5")
  void aSessionDescriptionSaysWhereMediaGo() throws Exception {
    SessionDescription four = description("192.0.2.7");
    SessionDescription six = description("2001:db8:0:0:0:0:0:7");

    assertThat(new String(four.octets(), StandardCharsets.UTF_8))
        .contains("c=IN IP4 192.0.2.7\r\n", "m=audio 50000 RTP/AVP 0\r\n");
    assertThat(SessionDescription.parse(four.octets())).isEqualTo(four);
    assertThat(SessionDescription.parse(six.octets())).isEqualTo(six);
  }

  @Test
  void aBodyWithoutAnAudioStreamIsNoSessionDescription() {
    assertThatThrownBy(() -> SessionDescription.parse(new byte[0])).isInstanceOf(IOException.class);
  }

  @Test
  void membersAreFoundInJsonAsItWasWritten() {
    String json = "[" + Operator.json("name", "a\"b\\c") + ", {\"name\" : \"d\", \"other\":\"e\"}]";

    assertThat(Operator.members(json, "name")).containsExactly("a\"b\\c", "d");
  }

  @Test
  void doorsMoveWithTheOffsetAndFollowTheEnvironment() {
    Map<String, String> environment =
        Map.of("GATEHOUSE_SIP_EXTERNAL_BIND", "192.0.2.1:5065", "GATEHOUSE_HTTP_PORT", "80");
    Doors doors = new Doors(700, environment);

    assertThat(Doors.at(0).sip()).isEqualTo(loopback(5060));
    assertThat(doors.sip().getAddress().getHostAddress()).isEqualTo("192.0.2.1");
    assertThat(doors.sip().getPort()).isEqualTo(5065);
    assertThat(doors.relay()).isEqualTo(loopback(4178));
    assertThat(doors.http()).isEqualTo(loopback(780));
    assertThat(doors.operationsApi()).hasToString("https://127.0.0.1:10143/operations/api");
  }

  private static SessionDescription description(String host) throws Exception {
    return new SessionDescription(new InetSocketAddress(InetAddress.getByName(host), 50_000));
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
