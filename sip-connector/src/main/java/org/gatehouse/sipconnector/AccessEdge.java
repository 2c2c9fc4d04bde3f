package org.gatehouse.sipconnector;

import java.util.List;
import java.util.function.Consumer;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Passage;
import org.gatehouse.admission.Side;
import org.gatehouse.admission.SipQuestion;
import org.gatehouse.admission.Stranger;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.proxy.Decision;
import org.gatehouse.sip.proxy.ProxyRequest;
import org.gatehouse.sip.proxy.Routing;
import org.gatehouse.sip.proxy.Target;
import org.gatehouse.sip.transaction.Flow;
import org.gatehouse.sip.transaction.Listener;

/**
 * All SIP across the firewall: what comes from outside goes to the Director, what comes from inside
 * goes out. It never challenges.
 */
final class AccessEdge implements Routing {
  private final Listener external;
  private final Listener internal;
  private final SipSettings.Edge settings;
  private final Questions questions;
  private final SipTraffic traffic;

  AccessEdge(
      Listener external,
      Listener internal,
      SipSettings.Edge settings,
      Questions questions,
      SipTraffic traffic) {
    this.external = external;
    this.internal = internal;
    this.settings = settings;
    this.questions = questions;
    this.traffic = traffic;
  }

  @Override
  public void route(ProxyRequest request, Consumer<Decision> then) {
    boolean inward = request.source().listener().equals(external);
    if (Answers.forUs(request)) {
      then.accept(Answers.options(request));
    } else if (request.vouched() && request.flow().isPresent()) {
      then.accept(forward(request, stripped(request, inward, false), request.flow().get()));
    } else {
      SipQuestion question = question(request, inward ? Side.EXTERNAL : Side.INTERNAL);
      questions.ask(
          admission -> admission.passage(question),
          answer -> then.accept(decided(request, inward, answer)));
    }
  }

  private Decision decided(ProxyRequest request, boolean inward, Admission<Passage> answer) {
    if (!(answer instanceof Admission.Admitted<Passage>)) {
      return Answers.refusal(request, answer, traffic);
    }
    SipMessage message = stripped(request, inward, true);
    Target.Hop hop =
        inward
            ? new Target.Configured(settings.director(), internal)
            : new Target.ByRoute(external);
    return new Decision.Forward(message, List.of(new Target(message.requestUri(), List.of(), hop)));
  }

  private static Decision forward(ProxyRequest request, SipMessage message, Flow flow) {
    return new Decision.Forward(
        message,
        List.of(new Target(request.message().requestUri(), List.of(), new Target.OverFlow(flow))));
  }

  /** Nothing from outside may say what only the inside may; nor choose its way inside. */
  private static SipMessage stripped(ProxyRequest request, boolean inward, boolean initial) {
    SipMessage message = request.message();
    if (!inward) {
      return message;
    }
    if (message.first(HeaderName.P_ASSERTED_IDENTITY).isPresent()) {
      message = message.edit().remove(HeaderName.P_ASSERTED_IDENTITY).build();
    }
    if (initial && message.first(HeaderName.ROUTE).isPresent()) {
      message = message.edit().remove(HeaderName.ROUTE).build();
    }
    return message;
  }

  static SipQuestion question(ProxyRequest request, Side side) {
    return new SipQuestion(
        new Stranger(side, request.source().transport(), request.source().remote()),
        request.method(),
        request.from().text(),
        request.to().text(),
        request.message().requestUri());
  }
}
