package org.gatehouse.sip.proxy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.grammar.SipUri;
import org.gatehouse.sip.transaction.Flow;
import org.gatehouse.sip.transaction.Listener;
import org.gatehouse.sip.transaction.ManualTimers;
import org.gatehouse.sip.transaction.Messages;
import org.gatehouse.sip.transaction.RecordedFlow;

/**
 * A proxy between an external listener at port 5060 and an internal one at 5070: alice is outside
 * at port 6000, two servers are inside at 7001 and 7002.
 */
final class Bench implements Flows, Routing {
  final ManualTimers timers = new ManualTimers();
  final RecordedFlow alice = RecordedFlow.udp("external", 5060, 6000);
  final RecordedFlow first = RecordedFlow.udp("internal", 5070, 7001);
  final RecordedFlow second = RecordedFlow.udp("internal", 5070, 7002);
  final List<ProxyRequest> asked = new ArrayList<>();
  final RouteTokens tokens = new RouteTokens(new byte[32]);
  final ProxyCore proxy =
      new ProxyCore(this, this, tokens, new Identifiers(new SecureRandom()), timers);
  boolean aliceGone;

  /**
   * What routing answers; by default forward to the first server, or over the flow of the route.
   */
  Routing routing = (request, then) -> then.accept(forward(request, first));

  static Decision forward(ProxyRequest request, Flow... flows) {
    List<Target> targets = new ArrayList<>();
    for (Flow flow : flows) {
      Flow out = request.flow().orElse(flow);
      targets.add(new Target(request.message().requestUri(), List.of(), new Target.OverFlow(out)));
    }
    return new Decision.Forward(request.message(), targets);
  }

  @Override
  public void route(ProxyRequest request, Consumer<Decision> then) {
    asked.add(request);
    routing.route(request, then);
  }

  @Override
  public boolean own(SipUri uri) {
    return uri.host().equals("127.0.0.1") && (uri.port() == 5060 || uri.port() == 5070);
  }

  @Override
  public byte[] describe(Flow flow) {
    return new byte[] {(byte) (flow.remote().getPort() - 6000 > 0 ? 'i' : 'e')};
  }

  @Override
  public String listenerOf(byte[] description) {
    return description[0] == 'e' ? "external" : "internal";
  }

  @Override
  public Optional<Flow> find(byte[] description) {
    if (description[0] == 'e') {
      return aliceGone ? Optional.empty() : Optional.of(alice);
    }
    return Optional.of(first);
  }

  @Override
  public void toward(SipUri hop, Listener from, String transport, Consumer<Optional<Flow>> then) {
    then.accept(
        switch (hop.port()) {
          case 7001 -> Optional.of(first);
          case 7002 -> Optional.of(second);
          default -> Optional.empty();
        });
  }

  /** A response of the server at the end of this flow to what it got. */
  void answer(SipMessage request, int status, RecordedFlow from) {
    answer(SipMessage.response(request, status, "Reason", "b1"), from);
  }

  void answer(SipMessage response, RecordedFlow from) {
    proxy.received(response, from);
  }

  /** A later request of the dialog that this response of the INVITE made, from the callee. */
  static SipMessage fromCallee(String method, List<String> routes) {
    StringBuilder text = new StringBuilder();
    text.append(method).append(" sip:alice@127.0.0.1:6000 SIP/2.0\n");
    text.append("Via: SIP/2.0/UDP 127.0.0.1:7001;branch=z9hG4bKbye\n");
    routes.forEach(route -> text.append("Route: ").append(route).append('\n'));
    text.append("From: <sip:bob@example.com>;tag=b1\nTo: <sip:alice@example.com>;tag=a1\n");
    text.append("Call-ID: call-1\nCSeq: 1 ").append(method);
    text.append("\nMax-Forwards: 70\nContent-Length: 0\n\n");
    return Messages.parse(text.toString());
  }

  static List<String> recordRoutes(SipMessage message) {
    return message.values(HeaderName.RECORD_ROUTE);
  }
}
