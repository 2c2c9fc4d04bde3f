package org.gatehouse.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.gatehouse.conformance.Spec;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserAgentTest {
  private static final SessionDescription SDP =
      new SessionDescription(new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000));

  private FakeEdge edge;
  private UserAgent bob;

  @BeforeEach
  void open() throws Exception {
    edge = new FakeEdge();
    bob = new UserAgent(new Account("bob", "localhost", "secret"), edge.address(), Stage.dark());
  }

  @AfterEach
  void close() {
    bob.close();
    edge.close();
  }

  @Test
  @Spec("RFC 3261 §17.2.2")
  void aRequestThatComesAgainGetsTheSameResponseAgain() throws Exception {
    edge.request(bob, "MESSAGE", "1", "", "one");
    edge.request(bob, "MESSAGE", "1", "", "one");
    edge.request(bob, "MESSAGE", "2", "", "two");

    assertThat(bob.awaitMessage()).isEqualTo("one");
    assertThat(bob.awaitMessage()).isEqualTo("two");
    byte[] first = edge.receive().encode();
    assertThat(edge.receive().encode()).isEqualTo(first);
    assertThat(edge.receive().topVia().branch()).hasValue("z9hG4bK2");
  }

  @Test
  @Spec("RFC 3261 §17.1.1.3")
  void aRefusedCallIsAcknowledgedInItsTransaction() throws Exception {
    Exchange call = bob.exchange(invite());
    SipMessage invite = edge.receive();
    edge.send(bob, SipMessage.response(invite, 100, "Trying", null));
    edge.send(bob, SipMessage.response(invite, 486, "Busy Here", "peer"));

    assertThatThrownBy(() -> call.await(200))
        .isInstanceOf(IOException.class)
        .hasMessage("bob awaited 200 for INVITE, got 486 Busy Here");
    SipMessage ack = edge.receive();
    assertThat(ack.method()).isEqualTo("ACK");
    assertThat(ack.topVia()).isEqualTo(invite.topVia());
    assertThat(ack.toTag()).hasValue("peer");
    assertThat(ack.cseqNumber()).isEqualTo(invite.cseqNumber());
  }

  @Test
  @Spec("RFC 3261 §9.1")
  void aCancelHasTheViaAndTheNumberOfItsInvite() throws Exception {
    Exchange call = bob.exchange(invite());
    SipMessage invite = edge.receive();
    String cancelled = call.cancelRequest().topVia().toString();

    assertThat(cancelled).isEqualTo(invite.topVia().toString());
    assertThat(call.cancelRequest().cseqNumber()).isEqualTo(invite.cseqNumber());
    assertThat(call.cancelRequest().cseqMethod()).isEqualTo("CANCEL");
    assertThat(call.cancelRequest().requestUri()).isEqualTo(invite.requestUri());
  }

  @Test
  @Spec("RFC 3261 §12.1.1")
  void theCalleeFollowsTheRecordRouteInItsOrder() throws Exception {
    edge.request(bob, "INVITE", "1", "", sdp());
    IncomingCall incoming = bob.awaitCall();
    incoming.answer(SDP);
    SipMessage ok = edge.receive();
    edge.request(bob, "ACK", "2", ";tag=" + ok.toTag().orElseThrow(), "");
    Dialog dialog = incoming.awaitAcknowledgement();
    dialog.bye();
    SipMessage bye = edge.receive();

    assertThat(incoming.offer()).isEqualTo(SDP);
    assertThat(SessionDescription.parse(ok.body())).isEqualTo(SDP);
    assertThat(ok.values(HeaderName.RECORD_ROUTE))
        .containsExactly("<sip:second@127.0.0.1;lr>", "<sip:first@127.0.0.1;lr>");
    assertThat(bye.requestUri()).isEqualTo("sip:alice@192.0.2.1:5070");
    assertThat(bye.values(HeaderName.ROUTE))
        .containsExactly("<sip:second@127.0.0.1;lr>", "<sip:first@127.0.0.1;lr>");
    assertThat(bye.fromTag()).isEqualTo(ok.toTag());
    assertThat(bye.toTag()).hasValue("a");
  }

  @Test
  @Spec("RFC 3261 §12.1.2")
  void theCallerFollowsTheRecordRouteReversed() throws Exception {
    Exchange call = bob.exchange(invite());
    SipMessage ok =
        SipMessage.response(edge.receive(), 200, "OK", "peer")
            .edit()
            .add(HeaderName.RECORD_ROUTE, "<sip:last@127.0.0.1;lr>, <sip:first@127.0.0.1;lr>")
            .add(HeaderName.CONTACT, "<sip:alice@192.0.2.1:5070>")
            .build();
    edge.send(bob, ok);
    new OutgoingCall(bob, call).awaitAnswer();
    SipMessage ack = edge.receive();

    assertThat(ack.method()).isEqualTo("ACK");
    assertThat(ack.requestUri()).isEqualTo("sip:alice@192.0.2.1:5070");
    assertThat(ack.values(HeaderName.ROUTE))
        .containsExactly("<sip:first@127.0.0.1;lr>", "<sip:last@127.0.0.1;lr>");
    assertThat(ack.cseqNumber()).isEqualTo(7);
    assertThat(ack.topVia().branch()).isNotEqualTo(call.request().topVia().branch());
  }

  @Test
  void anEdgeThatIsNotThereIsNamed() {
    edge.close();
    String door = edge.address().getPort() + "/udp";

    assertThatThrownBy(
            () -> {
              bob.exchange(invite());
              bob.awaitMessage();
            })
        .isInstanceOf(IOException.class)
        .hasMessage("nothing listens at " + door);
  }

  private SipMessage invite() {
    return new RequestText("INVITE", "sip:alice@localhost")
        .header(HeaderName.VIA, bob.via())
        .header(HeaderName.FROM, "<sip:bob@localhost>;tag=b")
        .header(HeaderName.TO, "<sip:alice@localhost>")
        .header(HeaderName.CALL_ID, "call")
        .header(HeaderName.CSEQ, "7 INVITE")
        .header(HeaderName.CONTACT, bob.contact())
        .body(SessionDescription.CONTENT_TYPE, SDP.octets())
        .build();
  }

  private static String sdp() {
    return new String(SDP.octets(), StandardCharsets.UTF_8);
  }
}
