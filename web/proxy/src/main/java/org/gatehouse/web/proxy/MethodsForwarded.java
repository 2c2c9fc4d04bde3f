package org.gatehouse.web.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.List;

/**
 * Refuses what no publication can allow: CONNECT would make a tunnel (RFC 9110 §9.3.6), TRACE would
 * show the client what was added for the inside (§9.3.8).
 */
final class MethodsForwarded implements HttpHandler {
  /** The methods that a publication may allow, the most likely first. */
  static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

  private final HttpHandler next;
  private final ProxyCounters counters;

  MethodsForwarded(HttpHandler next, ProxyCounters counters) {
    this.next = next;
    this.counters = counters;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (Methods.TRACE.equals(exchange.getRequestMethod())
        || Methods.CONNECT.equals(exchange.getRequestMethod())) {
      counters.methodNotAllowed.increment();
      exchange.getResponseHeaders().put(Headers.ALLOW, String.join(", ", METHODS));
      ErrorAnswers.answerAndClose(exchange, StatusCodes.METHOD_NOT_ALLOWED);
      return;
    }
    next.handleRequest(exchange);
  }
}
