package org.gatehouse.sip.proxy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.transaction.Flow;
import org.gatehouse.sip.transaction.ServerTransaction;
import org.gatehouse.sip.transaction.TimerValues;
import org.gatehouse.sip.transaction.Timers;
import org.gatehouse.sip.transaction.TransactionLayer;
import org.gatehouse.sip.transaction.TransactionUser;

/** The proxy behaviour (RFC 3261 §16) on top of one transaction layer. */
public final class ProxyCore implements TransactionUser {
  private static final int MAXIMUM_TRANSACTIONS = 100_000;

  private final Flows flows;
  private final Routing routing;
  private final Identifiers identifiers;
  private final Timers timers;
  private final RoutePreprocessing preprocessing;
  private final RequestForwarding forwarding;
  private final TransactionLayer transactions;
  private final ProxyCounters counters = new ProxyCounters();
  private final Map<ServerTransaction, ResponseContext> contexts = new HashMap<>();

  /**
   * @param tokens shared by all elements whose routes this one has to understand
   */
  public ProxyCore(
      Flows flows, Routing routing, RouteTokens tokens, Identifiers identifiers, Timers timers) {
    this.flows = flows;
    this.routing = routing;
    this.identifiers = identifiers;
    this.timers = timers;
    this.preprocessing = new RoutePreprocessing(flows, tokens);
    this.forwarding = new RequestForwarding(flows, tokens, identifiers::branch);
    this.transactions =
        new TransactionLayer(
            timers, TimerValues.DEFAULT, this, identifiers::tag, MAXIMUM_TRANSACTIONS);
  }

  /** A whole message arrived on a flow of this element. */
  public void received(SipMessage message, Flow flow) {
    transactions.received(message, flow);
  }

  public ProxyCounters counters() {
    return counters;
  }

  public TransactionLayer transactions() {
    return transactions;
  }

  @Override
  public void request(ServerTransaction transaction) {
    SipMessage request = transaction.request();
    counters.request();
    if (request.method().equals("INVITE")) {
      transaction.respond(100, "Trying");
    }
    // 16.3
    RequestValidation.Outcome checked = RequestValidation.check(request);
    if (checked instanceof RequestValidation.Invalid invalid) {
      reject(transaction, invalid.status(), invalid.reason(), invalid.headers());
      return;
    }
    // 16.4
    RoutePreprocessing.Outcome routed = preprocessing.process(request, transaction.flow());
    if (routed instanceof RoutePreprocessing.Forged) {
      counters.forgedRoute();
      reject(transaction, 403, "Forged Route", Map.of());
    } else if (routed instanceof RoutePreprocessing.FlowFailed) {
      reject(transaction, 430, "Flow Failed", Map.of());
    } else if (routed instanceof RoutePreprocessing.Routed route
        && checked instanceof RequestValidation.Valid valid) {
      ResponseContext context = new ResponseContext(this, transaction);
      contexts.put(transaction, context);
      // 16.5
      routing.route(
          new ProxyRequest(route.message(), valid, transaction.flow(), route, identifiers.tag()),
          decision -> decided(context, decision));
    }
  }

  private void reject(
      ServerTransaction transaction, int status, String reason, Map<HeaderName, String> headers) {
    counters.rejectedRequest();
    SipMessage response = transaction.response(status, reason);
    for (Map.Entry<HeaderName, String> header : headers.entrySet()) {
      response = response.edit().add(header.getKey(), header.getValue()).build();
    }
    transaction.respond(response);
  }

  private void decided(ResponseContext context, Decision decision) {
    if (context.closed()) {
      return;
    }
    if (decision instanceof Decision.Answer answer) {
      counters.rejectedRequest();
      context.answer(answer.response());
    } else if (decision instanceof Decision.Forward forward) {
      // 16.6
      context.expect(forward.targets().size());
      for (Target target : forward.targets()) {
        SipMessage copy = forwarding.copy(forward.message(), target);
        hop(copy, target, context.source(), out -> leave(context, copy, out));
      }
    }
  }

  /** §16.6 step 7. */
  private void hop(SipMessage copy, Target target, Flow source, Consumer<Optional<Flow>> then) {
    if (target.hop() instanceof Target.OverFlow over) {
      then.accept(Optional.of(over.flow()));
    } else if (target.hop() instanceof Target.Configured configured) {
      flows.toward(configured.uri(), configured.from(), source.transport(), then);
    } else if (target.hop() instanceof Target.ByRoute byRoute) {
      RoutePreprocessing.firstRoute(copy)
          .or(() -> RequestUris.sip(copy))
          .ifPresentOrElse(
              uri -> flows.toward(uri, byRoute.from(), "UDP", then),
              () -> then.accept(Optional.empty()));
    }
  }

  private void leave(ResponseContext context, SipMessage copy, Optional<Flow> out) {
    if (out.isEmpty()) {
      context.unreachable();
    } else if (LoopDetection.loops(context.request(), copy, out.get().listener())) {
      context.looped();
    } else {
      counters.forwardedRequest();
      // 16.6 step 10
      context.forward(forwarding.leaving(copy, context.source(), out.get()), out.get());
    }
  }

  @Override
  public void ack(SipMessage ack, Flow flow) {
    counters.request();
    if (RequestValidation.check(ack) instanceof RequestValidation.Valid valid
        && preprocessing.process(ack, flow) instanceof RoutePreprocessing.Routed route) {
      routing.route(
          new ProxyRequest(route.message(), valid, flow, route, ""),
          decision -> acknowledged(decision, flow));
    } else {
      counters.rejectedRequest();
    }
  }

  /** An ACK to a 2xx is passed on without a transaction (§16.11). */
  private void acknowledged(Decision decision, Flow source) {
    if (decision instanceof Decision.Forward forward) {
      Target target = forward.targets().get(0);
      SipMessage copy = forwarding.copy(forward.message(), target);
      hop(
          copy,
          target,
          source,
          out ->
              out.ifPresent(
                  to -> {
                    counters.forwardedRequest();
                    to.send(forwarding.leaving(copy, source, to), () -> {});
                  }));
    }
  }

  @Override
  public void cancelled(ServerTransaction invite) {
    ResponseContext context = contexts.get(invite);
    if (context != null) {
      context.cancel();
    }
  }

  @Override
  public void stray(SipMessage response, Flow flow) {
    counters.stray();
  }

  void closed(ServerTransaction transaction) {
    contexts.remove(transaction);
  }

  Timers timers() {
    return timers;
  }

  String tag() {
    return identifiers.tag();
  }
}
