package org.gatehouse.sip.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gatehouse.conformance.Spec;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.grammar.Grammar;
import org.gatehouse.sip.grammar.SipUri;
import org.gatehouse.sip.transaction.Messages;
import org.gatehouse.sip.transaction.RecordedFlow;
import org.junit.jupiter.api.Test;

class ProxyCoreTest {
  private final Bench bench = new Bench();

  private void invite(String more) {
    bench.proxy.received(Messages.request("INVITE", "z9hG4bKa", more), bench.alice);
  }

  private SipMessage only(RecordedFlow flow, String method) {
    List<SipMessage> sent = flow.take().stream().filter(m -> m.method().equals(method)).toList();
    assertThat(sent).hasSize(1);
    return sent.get(0);
  }

  private List<Integer> statuses() {
    return bench.alice.take().stream().map(SipMessage::statusCode).toList();
  }

  @Test
  @Spec("RFC 3261 §16.6")
  @Spec("RFC 5658 §5")
  void forwardsAnInviteWithItsViaAndARecordRouteForEachSide() throws Exception {
    invite("Max-Breadth: 60\n");

    assertThat(statuses()).containsExactly(100);
    SipMessage forwarded = only(bench.first, "INVITE");
    assertThat(forwarded.maxForwards()).hasValue(69);
    assertThat(forwarded.values(HeaderName.VIA)).hasSize(2);
    assertThat(forwarded.topVia().host() + ":" + forwarded.topVia().port())
        .isEqualTo("127.0.0.1:5070");
    assertThat(forwarded.topVia().branch().orElse("")).startsWith("z9hG4bK");
    List<String> recordRoutes = Bench.recordRoutes(forwarded);
    assertThat(recordRoutes).hasSize(2);
    SipUri inner = (SipUri) Grammar.nameAddr("Record-Route", recordRoutes.get(0)).uri();
    SipUri outer = (SipUri) Grammar.nameAddr("Record-Route", recordRoutes.get(1)).uri();
    assertThat(inner.port()).isEqualTo(5070);
    assertThat(outer.port()).isEqualTo(5060);
    assertThat(inner.loose()).isTrue();
  }

  @Test
  @Spec("RFC 3261 §16.7")
  void passesProvisionalAndSuccessfulResponsesWithoutItsVia() {
    invite("");
    bench.alice.take();
    SipMessage forwarded = only(bench.first, "INVITE");
    bench.answer(forwarded, 100, bench.first);
    bench.answer(forwarded, 180, bench.first);
    bench.answer(forwarded, 200, bench.first);
    bench.answer(forwarded, 200, bench.first);

    List<SipMessage> upstream = bench.alice.take();
    assertThat(upstream).extracting(SipMessage::statusCode).containsExactly(180, 200, 200);
    assertThat(upstream).allMatch(response -> response.count(HeaderName.VIA) == 1);
  }

  @Test
  @Spec("RFC 3261 §16.4")
  void routesARequestOfTheCalleeOverTheFlowInItsOwnRecordRoute() {
    invite("");
    List<String> routes = Bench.recordRoutes(only(bench.first, "INVITE"));
    bench.alice.take();
    bench.asked.clear();

    bench.proxy.received(Bench.fromCallee("BYE", routes), bench.first);

    SipMessage bye = only(bench.alice, "BYE");
    assertThat(bye.values(HeaderName.ROUTE)).isEmpty();
    assertThat(bye.topVia().port()).isEqualTo(5060);
    assertThat(bench.asked).singleElement().matches(ProxyRequest::vouched);
  }

  @Test
  @Spec("RFC 3261 §16.4")
  void refusesARouteThatItDidNotSealOrSealedForAnotherCall() {
    invite("");
    List<String> routes = Bench.recordRoutes(only(bench.first, "INVITE"));
    String forged = routes.get(0).replaceFirst("sip:.", "sip:_");
    bench.proxy.received(Bench.fromCallee("BYE", List.of(forged)), bench.first);
    assertThat(bench.first.takeOne().statusCode()).isEqualTo(403);

    SipMessage elsewhere =
        Bench.fromCallee("BYE", routes).edit().set(HeaderName.CALL_ID, "call-2").build();
    bench.proxy.received(
        elsewhere
            .edit()
            .replaceFirst(HeaderName.VIA, "SIP/2.0/UDP 127.0.0.1:7001;branch=z9hG4bK2")
            .build(),
        bench.first);
    assertThat(bench.first.takeOne().statusCode()).isEqualTo(403);
    assertThat(bench.proxy.counters().forgedRoutes()).isEqualTo(2);
  }

  @Test
  @Spec("RFC 5626 §5.3")
  void answers430ForAFlowThatIsGone() {
    invite("");
    List<String> routes = Bench.recordRoutes(only(bench.first, "INVITE"));
    bench.aliceGone = true;
    bench.proxy.received(Bench.fromCallee("BYE", routes), bench.first);
    assertThat(bench.first.takeOne().statusCode()).isEqualTo(430);
  }

  @Test
  @Spec("RFC 3327 §5.2")
  void leadsTheRequestsOfARegistrationBackByItsPath() {
    bench.proxy.received(Messages.request("REGISTER", "z9hG4bKr", ""), bench.alice);
    SipMessage register = only(bench.first, "REGISTER");
    assertThat(register.values(HeaderName.RECORD_ROUTE)).isEmpty();
    List<String> path = register.values(HeaderName.PATH);
    assertThat(path).hasSize(1);

    SipMessage call =
        Bench.fromCallee("INVITE", path).edit().set(HeaderName.CALL_ID, "new").build();
    bench.proxy.received(call, bench.first);
    assertThat(only(bench.alice, "INVITE").requestUri()).isEqualTo("sip:alice@127.0.0.1:6000");
  }

  @Test
  @Spec("RFC 3261 §16.7 step 6")
  void choosesTheBestOfAllRefusals() {
    bench.routing =
        (request, then) -> then.accept(Bench.forward(request, bench.first, bench.second));
    invite("");
    bench.answer(only(bench.first, "INVITE"), 503, bench.first);
    assertThat(statuses()).containsExactly(100);
    bench.answer(only(bench.second, "INVITE"), 486, bench.second);
    assertThat(statuses()).containsExactly(486);
  }

  @Test
  @Spec("RFC 3261 §16.7 step 7")
  void gathersTheChallengesOfAllBranches() {
    bench.routing =
        (request, then) -> then.accept(Bench.forward(request, bench.first, bench.second));
    invite("");
    SipMessage one =
        SipMessage.response(only(bench.first, "INVITE"), 407, "P", "b1")
            .edit()
            .add(HeaderName.PROXY_AUTHENTICATE, "Digest realm=\"a\"")
            .build();
    SipMessage two =
        SipMessage.response(only(bench.second, "INVITE"), 401, "U", "b2")
            .edit()
            .add(HeaderName.WWW_AUTHENTICATE, "Digest realm=\"b\"")
            .build();
    bench.alice.take();
    bench.answer(one, bench.first);
    bench.answer(two, bench.second);

    SipMessage best = bench.alice.takeOne();
    assertThat(best.values(HeaderName.PROXY_AUTHENTICATE)).hasSize(1);
    assertThat(best.values(HeaderName.WWW_AUTHENTICATE)).hasSize(1);
  }

  @Test
  @Spec("RFC 3261 §16.7 step 10")
  void cancelsTheOtherBranchesWhenOneAnswers() {
    bench.routing =
        (request, then) -> then.accept(Bench.forward(request, bench.first, bench.second));
    invite("");
    SipMessage one = only(bench.first, "INVITE");
    SipMessage two = only(bench.second, "INVITE");
    bench.answer(two, 180, bench.second);
    bench.answer(one, 200, bench.first);

    SipMessage cancel = only(bench.second, "CANCEL");
    assertThat(cancel.topVia()).isEqualTo(two.topVia());
    bench.answer(two, 487, bench.second);
    assertThat(statuses()).containsExactly(100, 180, 200);
  }

  @Test
  @Spec("RFC 3261 §16.10")
  void cancelsOnlyAfterAProvisionalResponse() {
    invite("");
    SipMessage forwarded = only(bench.first, "INVITE");
    bench.proxy.received(Messages.request("CANCEL", "z9hG4bKa", ""), bench.alice);
    assertThat(bench.first.take()).isEmpty();

    bench.answer(forwarded, 180, bench.first);
    only(bench.first, "CANCEL");
    bench.answer(forwarded, 487, bench.first);
    assertThat(statuses()).containsExactly(100, 200, 180, 487);
  }

  @Test
  @Spec("RFC 3261 §16.10")
  void answers487WhenTheCancelComesBeforeTheDecision() {
    List<Consumer<Decision>> waiting = new ArrayList<>();
    bench.routing = (request, then) -> waiting.add(then);
    invite("");
    bench.proxy.received(Messages.request("CANCEL", "z9hG4bKa", ""), bench.alice);
    assertThat(statuses()).containsExactly(100, 200, 487);

    waiting.get(0).accept(Bench.forward(bench.asked.get(0), bench.first));
    assertThat(bench.first.take()).as("nothing is forwarded any more").isEmpty();
  }

  @Test
  @Spec("RFC 3261 §16.8")
  void cancelsAnInviteThatRingsLongerThanTimerC() {
    invite("");
    SipMessage forwarded = only(bench.first, "INVITE");
    bench.answer(forwarded, 180, bench.first);
    bench.timers.pass(180_999);
    assertThat(bench.first.take()).isEmpty();
    bench.timers.pass(1);
    only(bench.first, "CANCEL");
  }

  @Test
  @Spec("RFC 3261 §16.9")
  void answers500WhenNoTargetCanBeReached() {
    invite("");
    bench.first.fail();
    assertThat(statuses()).containsExactly(100, 500);
  }

  @Test
  @Spec("RFC 4320 §4.2")
  void doesNotAnswer408ToAnythingButInvite() {
    bench.proxy.received(Messages.request("OPTIONS", "z9hG4bKo", ""), bench.alice);
    bench.timers.pass(33_000);
    assertThat(bench.alice.take()).isEmpty();

    invite("");
    bench.timers.pass(32_000);
    assertThat(statuses()).containsExactly(100, 408);
  }

  @Test
  @Spec("RFC 5393 §4.2.1")
  void answers482ToALoopButLetsASpiralPass() {
    invite("");
    SipMessage forwarded = only(bench.first, "INVITE");
    SipMessage looped =
        forwarded
            .edit()
            .remove(HeaderName.RECORD_ROUTE)
            .addFirst(HeaderName.VIA, "SIP/2.0/UDP 127.0.0.1:7001;branch=z9hG4bKloop")
            .build();
    bench.proxy.received(looped, RecordedFlow.udp("external", 5060, 6001));
    assertThat(bench.first.take()).as("sent again to the same place").isEmpty();

    SipMessage spiral =
        looped
            .edit()
            .requestUri("sip:carol@example.com")
            .replaceFirst(HeaderName.VIA, "SIP/2.0/UDP 127.0.0.1:7001;branch=z9hG4bKspiral")
            .build();
    bench.proxy.received(spiral, RecordedFlow.udp("external", 5060, 6001));
    assertThat(only(bench.first, "INVITE").requestUri()).isEqualTo("sip:carol@example.com");
  }

  @Test
  @Spec("RFC 3261 §16.11")
  void passesTheAckOfA2xxWithoutATransaction() {
    bench.proxy.received(
        Messages.ack("z9hG4bKack").edit().set(HeaderName.CALL_ID, "call-1").build(), bench.alice);
    assertThat(only(bench.first, "ACK").values(HeaderName.VIA)).hasSize(2);
    assertThat(bench.proxy.transactions().serverTransactions()).isZero();
  }

  @Test
  @Spec("RFC 3261 §16.3")
  void answersWhatValidationRefusesAndAsksNobody() {
    bench.proxy.received(
        Messages.request("OPTIONS", "z9hG4bK1", "Proxy-Require: x, y\n"), bench.alice);
    SipMessage response = bench.alice.takeOne();
    assertThat(response.statusCode()).isEqualTo(420);
    assertThat(response.values(HeaderName.UNSUPPORTED)).containsExactly("x", "y");
    assertThat(bench.asked).isEmpty();
  }

  @Test
  @Spec("RFC 3261 §16.6 step 6")
  void putsAStrictRouterIntoTheRequestUri() {
    bench.routing =
        (request, then) ->
            then.accept(
                new Decision.Forward(
                    request.message(),
                    List.of(
                        new Target(
                            request.message().requestUri(),
                            List.of("<sip:strict@127.0.0.1:7001>"),
                            new Target.OverFlow(bench.first)))));
    invite("");
    SipMessage forwarded = only(bench.first, "INVITE");
    assertThat(forwarded.requestUri()).isEqualTo("sip:strict@127.0.0.1:7001");
    assertThat(forwarded.values(HeaderName.ROUTE)).containsExactly("<sip:bob@example.com>");
  }
}
