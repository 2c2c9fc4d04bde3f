package org.gatehouse.web.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.HttpAdmission;
import org.gatehouse.admission.HttpQuestion;
import org.gatehouse.admission.Publication;
import org.gatehouse.admission.Reason;
import org.gatehouse.admission.Side;
import org.gatehouse.admission.Stranger;

/**
 * Asks the authority, on a worker thread, whether the target is published for the method. What is
 * refused is not found (RFC 9110 §15.5.5 lets a server hide what is forbidden), but for a method
 * (405 with Allow, §15.5.6) and a ban (403).
 */
final class Asking implements HttpHandler {
  static final AttachmentKey<Publication> PUBLICATION = AttachmentKey.create(Publication.class);

  private final HttpHandler next;
  private final HttpAdmission admission;
  private final ProxyCounters counters;

  Asking(HttpHandler next, HttpAdmission admission, ProxyCounters counters) {
    this.next = next;
    this.admission = admission;
    this.counters = counters;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (exchange.isInIoThread()) {
      exchange.dispatch(this);
      return;
    }
    String method = exchange.getRequestMethod().toString();
    Admission<Publication> answer = ask(question(exchange, method));
    if (answer instanceof Admission.Admitted<Publication> admitted) {
      forward(exchange, admitted.grant(), method);
    } else if (answer instanceof Admission.Refused<Publication> refused) {
      refuse(exchange, refused.reason());
    } else {
      counters.unanswered.increment();
      ErrorAnswers.answer(exchange, StatusCodes.SERVICE_UNAVAILABLE);
    }
  }

  private void forward(HttpServerExchange exchange, Publication publication, String method)
      throws Exception {
    if (!publication.methods().contains(method)) {
      refuseMethod(exchange, publication.methods());
      return;
    }
    counters.admitted.increment();
    exchange.putAttachment(PUBLICATION, publication);
    next.handleRequest(exchange);
  }

  private void refuse(HttpServerExchange exchange, Reason reason) {
    switch (reason) {
      case METHOD_NOT_ALLOWED -> refuseMethod(exchange, methodsOf(exchange));
      case BANNED -> {
        counters.banned.increment();
        ErrorAnswers.answerAndClose(exchange, StatusCodes.FORBIDDEN);
      }
      default -> {
        counters.notPublished.increment();
        ErrorAnswers.answer(exchange, StatusCodes.NOT_FOUND);
      }
    }
  }

  private void refuseMethod(HttpServerExchange exchange, Set<String> allowed) {
    counters.methodNotAllowed.increment();
    exchange.getResponseHeaders().put(Headers.ALLOW, String.join(", ", new TreeSet<>(allowed)));
    ErrorAnswers.answer(exchange, StatusCodes.METHOD_NOT_ALLOWED);
  }

  /** A refusal carries no publication: the first method that is admitted shows it. */
  private Set<String> methodsOf(HttpServerExchange exchange) {
    for (String method : MethodsForwarded.METHODS) {
      if (ask(question(exchange, method)) instanceof Admission.Admitted<Publication> admitted) {
        return admitted.grant().methods();
      }
    }
    return Set.of();
  }

  private static HttpQuestion question(HttpServerExchange exchange, String method) {
    RequestTarget target = exchange.getAttachment(RequestTarget.KEY);
    String transport = exchange.getConnection().getSslSessionInfo() == null ? "TCP" : "TLS";
    Stranger stranger = new Stranger(Side.EXTERNAL, transport, exchange.getSourceAddress());
    return new HttpQuestion(stranger, method, target.host(), target.path().decoded());
  }

  private Admission<Publication> ask(HttpQuestion question) {
    try {
      return admission.resource(question);
    } catch (RuntimeException e) {
      ProxyLog.LOG.debugf(e, "the authority failed");
      return Admission.unavailable("the authority failed: " + e);
    }
  }
}
