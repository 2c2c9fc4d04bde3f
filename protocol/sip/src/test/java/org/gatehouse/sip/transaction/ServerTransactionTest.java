package org.gatehouse.sip.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.conformance.Spec;
import org.gatehouse.sip.SipMessage;
import org.junit.jupiter.api.Test;

/** RFC 3261 §17.2, figures 7 and 8, with RFC 6026 §7.1. */
class ServerTransactionTest {
  private final ManualTimers timers = new ManualTimers();
  private final RecordedFlow udp = RecordedFlow.udp("external", 5060, 6000);
  private final RecordedFlow tcp = RecordedFlow.tcp("external", 5060, 6000);
  private final Users users = new Users();
  private final TransactionLayer layer =
      new TransactionLayer(timers, TimerValues.DEFAULT, users, () -> "t", 3);

  private static final class Users implements TransactionUser {
    private final List<ServerTransaction> requests = new ArrayList<>();
    private final List<SipMessage> acks = new ArrayList<>();
    private final List<ServerTransaction> cancelled = new ArrayList<>();
    private final List<SipMessage> strays = new ArrayList<>();

    @Override
    public void request(ServerTransaction transaction) {
      requests.add(transaction);
    }

    @Override
    public void ack(SipMessage ack, Flow flow) {
      acks.add(ack);
    }

    @Override
    public void cancelled(ServerTransaction invite) {
      cancelled.add(invite);
    }

    @Override
    public void stray(SipMessage response, Flow flow) {
      strays.add(response);
    }
  }

  private ServerTransaction received(String method, RecordedFlow flow) {
    layer.received(Messages.request(method, "z9hG4bKx", ""), flow);
    return users.requests.get(users.requests.size() - 1);
  }

  @Test
  @Spec("RFC 3261 §17.2.1")
  void repeatsTheFinalResponseUntilTheAckAndAbsorbsIt() {
    ServerTransaction invite = received("INVITE", udp);
    invite.respond(486, "Busy Here");
    assertThat(udp.takeOne().statusCode()).isEqualTo(486);

    timers.pass(500);
    timers.pass(1000);
    assertThat(udp.take()).hasSize(2);

    layer.received(Messages.ack("z9hG4bKx"), udp);
    timers.pass(4_999);
    assertThat(udp.take()).isEmpty();
    assertThat(users.acks).isEmpty();
    assertThat(layer.serverTransactions()).isEqualTo(1);

    timers.pass(1);
    assertThat(layer.serverTransactions()).isZero();
  }

  @Test
  @Spec("RFC 3261 §17.2.1")
  void givesUpWaitingForTheAckAfterTimerH() {
    received("INVITE", udp).respond(486, "Busy Here");
    timers.pass(32_000);
    assertThat(layer.serverTransactions()).isZero();
  }

  @Test
  @Spec("RFC 3261 §17.2.1")
  void doesNotRepeatOverAReliableTransport() {
    received("INVITE", tcp).respond(486, "Busy Here");
    tcp.take();
    timers.pass(31_000);
    assertThat(tcp.take()).isEmpty();
    assertThat(layer.serverTransactions()).isEqualTo(1);
  }

  @Test
  @Spec("RFC 6026 §7.1")
  void staysAcceptedAfterA2xxAndPassesEvery2xxAndAck() {
    ServerTransaction invite = received("INVITE", udp);
    invite.respond(200, "OK");
    invite.respond(200, "OK");
    assertThat(udp.take()).hasSize(2);

    layer.received(invite.request(), udp);
    assertThat(udp.take()).as("a retransmitted INVITE is absorbed").isEmpty();
    assertThat(users.requests).hasSize(1);

    layer.received(Messages.ack("z9hG4bKx"), udp);
    assertThat(users.acks).hasSize(1);

    invite.respond(500, "Too Late");
    assertThat(udp.take()).isEmpty();
    timers.pass(32_000);
    assertThat(layer.serverTransactions()).isZero();
  }

  @Test
  @Spec("RFC 3261 §17.2.2")
  void answersARetransmissionWithTheLastResponse() {
    ServerTransaction options = received("OPTIONS", udp);
    layer.received(options.request(), udp);
    assertThat(udp.take()).isEmpty();

    options.respond(200, "OK");
    layer.received(options.request(), udp);
    assertThat(udp.take()).hasSize(2);
    assertThat(users.requests).hasSize(1);

    timers.pass(32_000);
    assertThat(layer.serverTransactions()).isZero();
  }

  @Test
  @Spec("RFC 3261 §9.2")
  void answersACancelAndTellsTheUserOfTheInvite() {
    ServerTransaction invite = received("INVITE", udp);
    layer.received(Messages.request("CANCEL", "z9hG4bKx", ""), udp);

    assertThat(udp.takeOne().statusCode()).isEqualTo(200);
    assertThat(users.cancelled).containsExactly(invite);

    layer.received(Messages.request("CANCEL", "z9hG4bKother", ""), udp);
    assertThat(udp.takeOne().statusCode()).isEqualTo(481);
  }

  @Test
  @Spec("RFC 3581 §4")
  @Spec("RFC 3261 §18.2.1")
  void writesWhereTheRequestCameFromIntoItsVia() {
    ServerTransaction options = received("OPTIONS", udp);

    assertThat(options.request().topVia().params())
        .containsEntry("received", "127.0.0.1")
        .containsEntry("rport", "6000")
        .containsEntry("branch", "z9hG4bKx");
  }

  @Test
  @Spec("RFC 3261 §17.2.3")
  void tellsRequestsOfOldClientsApartByTheirFields() {
    SipMessage first =
        Messages.parse(
            """
                INVITE sip:bob@example.com SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:6000
                From: <sip:alice@example.com>;tag=a1
                To: <sip:bob@example.com>
                Call-ID: old-1
                CSeq: 1 INVITE
                Content-Length: 0

                """);
    layer.received(first, udp);
    layer.received(first, udp);
    assertThat(users.requests).hasSize(1);
    users.requests.get(0).respond(486, "Busy Here");
    layer.received(
        Messages.parse(
            """
            ACK sip:bob@example.com SIP/2.0
            Via: SIP/2.0/UDP 127.0.0.1:6000
            From: <sip:alice@example.com>;tag=a1
            To: <sip:bob@example.com>;tag=t
            Call-ID: old-1
            CSeq: 1 ACK
            Content-Length: 0

            """),
        udp);
    timers.pass(5_000);
    assertThat(layer.serverTransactions()).as("the ACK was matched").isZero();
  }

  @Test
  void answers503BeyondItsBound() {
    for (int i = 0; i < 4; i++) {
      layer.received(Messages.request("OPTIONS", "z9hG4bK" + i, ""), udp);
    }
    assertThat(users.requests).hasSize(3);
    assertThat(udp.takeOne().statusCode()).isEqualTo(503);
  }
}
