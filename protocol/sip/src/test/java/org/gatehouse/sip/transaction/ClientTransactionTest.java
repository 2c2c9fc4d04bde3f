package org.gatehouse.sip.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.conformance.Spec;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.junit.jupiter.api.Test;

/** RFC 3261 §17.1, figures 5 and 6, with RFC 6026 §8.4. */
class ClientTransactionTest implements ResponseUser {
  private final ManualTimers timers = new ManualTimers();
  private final RecordedFlow udp = RecordedFlow.udp("internal", 5070, 5080);
  private final RecordedFlow tcp = RecordedFlow.tcp("internal", 5070, 5080);
  private final List<String> events = new ArrayList<>();
  private final List<SipMessage> strays = new ArrayList<>();
  private final TransactionLayer layer =
      new TransactionLayer(timers, TimerValues.DEFAULT, new Strays(), () -> "t", 10);
  private final SipMessage invite = Messages.request("INVITE", "z9hG4bKc", "Route: <sip:r;lr>\n");
  private final SipMessage options = Messages.request("OPTIONS", "z9hG4bKc", "");

  private final class Strays implements TransactionUser {
    @Override
    public void request(ServerTransaction transaction) {}

    @Override
    public void ack(SipMessage ack, Flow flow) {}

    @Override
    public void cancelled(ServerTransaction invite) {}

    @Override
    public void stray(SipMessage response, Flow flow) {
      strays.add(response);
    }
  }

  @Override
  public void response(SipMessage response) {
    events.add(Integer.toString(response.statusCode()));
  }

  @Override
  public void timedOut() {
    events.add("timed out");
  }

  @Override
  public void unreachable() {
    events.add("unreachable");
  }

  private void answer(SipMessage request, int status) {
    layer.received(Messages.response(request, status), udp);
  }

  @Test
  @Spec("RFC 3261 §17.1.1.2")
  void repeatsAnInviteAtDoublingIntervalsUntilTimerB() {
    layer.send(invite, udp, this);
    List<Integer> sent = new ArrayList<>();
    for (long step : new long[] {0, 500, 1000, 2000, 4000, 8000, 16_000}) {
      timers.pass(step);
      sent.add(udp.take().size());
    }
    assertThat(sent).containsExactly(1, 1, 1, 1, 1, 1, 1);
    timers.pass(500);
    assertThat(events).containsExactly("timed out");
    assertThat(layer.clientTransactions()).isZero();
  }

  @Test
  @Spec("RFC 3261 §17.1.1.2")
  void stopsRepeatingOnAProvisionalResponse() {
    layer.send(invite, udp, this);
    udp.take();
    answer(invite, 180);
    timers.pass(60_000);
    assertThat(udp.take()).isEmpty();
    assertThat(events).containsExactly("180");
  }

  @Test
  @Spec("RFC 3261 §17.1.1.3")
  void acknowledgesARefusalEachTimeItComes() {
    layer.send(invite, udp, this);
    udp.take();
    answer(invite, 486);
    answer(invite, 486);

    List<SipMessage> acks = udp.take();
    assertThat(acks).hasSize(2).allMatch(ack -> ack.method().equals("ACK"));
    assertThat(acks.get(0).topVia()).isEqualTo(invite.topVia());
    assertThat(acks.get(0).toTag()).contains("b1");
    assertThat(acks.get(0).values(HeaderName.ROUTE)).containsExactly("<sip:r;lr>");
    assertThat(events).containsExactly("486");

    timers.pass(32_000);
    assertThat(layer.clientTransactions()).isZero();
  }

  @Test
  @Spec("RFC 6026 §8.4")
  void passesEvery2xxUntilTimerM() {
    layer.send(invite, udp, this);
    answer(invite, 200);
    answer(invite, 200);
    assertThat(events).containsExactly("200", "200");

    timers.pass(32_000);
    answer(invite, 200);
    assertThat(events).hasSize(2);
    assertThat(strays).hasSize(1);
  }

  @Test
  @Spec("RFC 3261 §17.1.2.2")
  void repeatsOtherRequestsUpToT2AndGivesUpAtTimerF() {
    layer.send(options, udp, this);
    timers.pass(31_999);
    assertThat(udp.take()).as("0, .5, 1.5, 3.5, 7.5 and every 4 s").hasSize(11);
    timers.pass(1);
    assertThat(events).containsExactly("timed out");
  }

  @Test
  @Spec("RFC 3261 §17.1.2.2")
  void absorbsRepeatedFinalResponses() {
    layer.send(options, udp, this);
    answer(options, 200);
    answer(options, 200);
    assertThat(events).containsExactly("200");
    timers.pass(5_000);
    assertThat(layer.clientTransactions()).isZero();
  }

  @Test
  @Spec("RFC 3261 §17.1.4")
  void reportsATransportThatFailed() {
    layer.send(options, tcp, this);
    tcp.fail();
    assertThat(events).containsExactly("unreachable");
    timers.pass(40_000);
    assertThat(events).hasSize(1);
    assertThat(tcp.take()).as("sent once, never repeated over TCP").hasSize(1);
  }
}
