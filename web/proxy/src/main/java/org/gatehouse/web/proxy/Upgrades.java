package org.gatehouse.web.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/**
 * Refuses to become a tunnel: WebSocket and other upgrades are not forwarded in this version. The
 * offer of HTTP/2, which clients make unasked, is ignored as RFC 9110 §7.8 allows.
 */
final class Upgrades implements HttpHandler {
  private final HttpHandler next;
  private final ProxyCounters counters;

  Upgrades(HttpHandler next, ProxyCounters counters) {
    this.next = next;
    this.counters = counters;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    HeaderValues upgrade = exchange.getRequestHeaders().get(Headers.UPGRADE);
    if (upgrade != null && !upgrade.stream().allMatch("h2c"::equalsIgnoreCase)) {
      counters.malformed.increment();
      ErrorAnswers.answerAndClose(exchange, StatusCodes.BAD_REQUEST);
      return;
    }
    next.handleRequest(exchange);
  }
}
