package org.gatehouse.web.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;

/** Bounds the requests in progress; there is no queue before it. */
final class RequestsAtOnce implements HttpHandler {
  private final HttpHandler next;
  private final int most;
  private final ProxyCounters counters;

  RequestsAtOnce(HttpHandler next, int most, ProxyCounters counters) {
    this.next = next;
    this.most = most;
    this.counters = counters;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    long active = counters.active.incrementAndGet();
    exchange.addExchangeCompleteListener(
        (ended, nextListener) -> {
          counters.active.decrementAndGet();
          nextListener.proceed();
        });
    if (active > most) {
      counters.tooMany.increment();
      ErrorAnswers.answer(exchange, StatusCodes.SERVICE_UNAVAILABLE);
      return;
    }
    next.handleRequest(exchange);
  }
}
