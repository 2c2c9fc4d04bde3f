package org.gatehouse.sipconnector;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Proof;
import org.gatehouse.admission.Side;
import org.gatehouse.admission.SipQuestion;
import org.gatehouse.sip.Edit;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.grammar.SipUri;
import org.gatehouse.sip.proxy.Decision;
import org.gatehouse.sip.proxy.ProxyRequest;
import org.gatehouse.sip.proxy.Routing;
import org.gatehouse.sip.proxy.Target;
import org.gatehouse.sip.registrar.Binding;
import org.gatehouse.sip.registrar.Registrar;
import org.gatehouse.sip.transaction.Listener;

/**
 * Inside: proves who the users are (RFC 3261 §22), registers them (§10) and sends requests to where
 * they are, or to the home server.
 */
final class Director implements Routing {
  private final Listener listener;
  private final SipSettings.Inside settings;
  private final Questions questions;
  private final Authentication authentication;
  private final SipTraffic traffic;
  private final Registrar registrar = new Registrar();
  private final Clock clock;

  Director(
      Listener listener,
      SipSettings.Inside settings,
      Questions questions,
      Authentication authentication,
      SipTraffic traffic,
      Clock clock) {
    this.listener = listener;
    this.settings = settings;
    this.questions = questions;
    this.authentication = authentication;
    this.traffic = traffic;
    this.clock = clock;
  }

  /** Users with a binding. */
  int registeredUsers() {
    return registrar.users();
  }

  /** Forgets expired bindings. */
  void sweep() {
    registrar.sweep(clock.instant());
  }

  @Override
  public void route(ProxyRequest request, Consumer<Decision> then) {
    if (Answers.forUs(request)) {
      then.accept(Answers.options(request));
    } else if (request.vouched()) {
      then.accept(onward(request.message()));
    } else {
      SipQuestion question = AccessEdge.question(request, Side.INTERNAL);
      questions.ask(
          admission -> admission.proof(question), answer -> served(request, answer, then));
    }
  }

  private void served(ProxyRequest request, Admission<Proof> answer, Consumer<Decision> then) {
    if (!(answer instanceof Admission.Admitted<Proof> admitted)) {
      then.accept(Answers.refusal(request, answer, traffic));
    } else if (request.method().equals("REGISTER")) {
      register(request, then);
    } else if (settings.authenticate()
        && admitted.grant().required()
        && !request.method().equals("ACK")) {
      authentication.check(
          request,
          HeaderName.PROXY_AUTHORIZATION,
          outcome -> then.accept(proved(request, outcome)));
    } else {
      then.accept(located(request, request.message()));
    }
  }

  private Decision proved(ProxyRequest request, Authentication.Outcome outcome) {
    if (outcome instanceof Authentication.Failed failed) {
      return failed.decision();
    }
    if (!outcome.isUser(request.from().uri())) {
      return request.answer(403, "From Is Not The Authenticated User");
    }
    // §22.3: credentials of our realm go no further
    SipMessage message = request.message().edit().remove(HeaderName.PROXY_AUTHORIZATION).build();
    return located(request, message);
  }

  private void register(ProxyRequest request, Consumer<Decision> then) {
    if (!settings.authenticate()) {
      then.accept(located(request, request.message()));
      return;
    }
    authentication.check(
        request, HeaderName.AUTHORIZATION, outcome -> then.accept(registered(request, outcome)));
  }

  private Decision registered(ProxyRequest request, Authentication.Outcome outcome) {
    if (outcome instanceof Authentication.Failed failed) {
      return failed.decision();
    }
    // §10.3 steps 4 and 5
    if (!outcome.isUser(request.to().uri()) || !(request.to().uri() instanceof SipUri to)) {
      return request.answer(403, "To Is Not The Authenticated User");
    }
    Registrar.Outcome done =
        registrar.register(request.message(), to.addressOfRecord(), clock.instant());
    if (done instanceof Registrar.Refused refused) {
      return request.answer(refused.status(), refused.reason(), refused.headers());
    }
    traffic.registrations.increment();
    Edit ok = SipMessage.response(request.message(), 200, "OK", request.toTag()).edit();
    if (done instanceof Registrar.Registered registered) {
      registered.contacts().forEach(contact -> ok.add(HeaderName.CONTACT, contact));
    }
    // RFC 3327 §5.3
    request.message().values(HeaderName.PATH).forEach(path -> ok.add(HeaderName.PATH, path));
    return new Decision.Answer(ok.build());
  }

  /** §16.5: the bindings of the user, or the home server. */
  private Decision located(ProxyRequest request, SipMessage message) {
    List<Target> targets = new ArrayList<>();
    if (!message.method().equals("REGISTER")) {
      String user = request.requestUri().addressOfRecord();
      for (Binding binding : registrar.bindings(user, clock.instant())) {
        targets.add(new Target(binding.contact(), binding.path(), new Target.ByRoute(listener)));
      }
    }
    if (targets.isEmpty()) {
      settings
          .homeServer()
          .ifPresent(
              server ->
                  targets.add(
                      new Target(
                          message.requestUri(),
                          List.of(),
                          new Target.Configured(server, listener))));
    }
    return targets.isEmpty()
        ? request.answer(480, "Temporarily Unavailable")
        : new Decision.Forward(message, targets);
  }

  private Decision onward(SipMessage message) {
    return new Decision.Forward(
        message,
        List.of(new Target(message.requestUri(), List.of(), new Target.ByRoute(listener))));
  }
}
