package org.gatehouse.web.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.TreeSet;

/** Answers OPTIONS itself where it may be forwarded no further (RFC 9110 §7.6.2). */
final class MaxForwards implements HttpHandler {
  private final HttpHandler next;

  MaxForwards(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    String value = exchange.getRequestHeaders().getFirst(Headers.MAX_FORWARDS);
    if (value == null
        || !Methods.OPTIONS.equals(exchange.getRequestMethod())
        || !value.matches("[0-9]{1,9}")) {
      next.handleRequest(exchange);
      return;
    }
    int remaining = Integer.parseInt(value);
    if (remaining == 0) {
      TreeSet<String> methods = new TreeSet<>(exchange.getAttachment(Asking.PUBLICATION).methods());
      exchange.getResponseHeaders().put(Headers.ALLOW, String.join(", ", methods));
      exchange.setStatusCode(StatusCodes.NO_CONTENT);
      exchange.endExchange();
      return;
    }
    exchange.getRequestHeaders().put(Headers.MAX_FORWARDS, Integer.toString(remaining - 1));
    next.handleRequest(exchange);
  }
}
