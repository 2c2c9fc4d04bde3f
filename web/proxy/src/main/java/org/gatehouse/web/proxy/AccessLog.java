package org.gatehouse.web.proxy;

import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** One line for each request, at its end, at DEBUG; and what holds for every exchange. */
final class AccessLog implements HttpHandler {
  private static final Logger LOG = Logger.getLogger("org.gatehouse.web.proxy.access");
  private static final int LONGEST_TARGET = 512;

  private final HttpHandler next;
  private final ProxyCounters counters;
  private final ErrorAnswers errors;

  AccessLog(HttpHandler next, ProxyCounters counters, ErrorAnswers errors) {
    this.next = next;
    this.counters = counters;
    this.errors = errors;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    counters.requests.increment();
    exchange.addDefaultResponseListener(errors);
    exchange.addExchangeCompleteListener(new Line(System.nanoTime(), exchange.getRequestURI()));
    next.handleRequest(exchange);
  }

  private static String printable(String target) {
    String start =
        target.length() > LONGEST_TARGET ? target.substring(0, LONGEST_TARGET) + "..." : target;
    return start.replaceAll("[^\\x21-\\x7e]", "?");
  }

  private final class Line implements ExchangeCompletionListener {
    private final long start;
    private final String target;

    private Line(long start, String target) {
      this.start = start;
      this.target = target;
    }

    @Override
    public void exchangeEvent(HttpServerExchange exchange, NextListener nextListener) {
      counters.responseBytes.add(exchange.getResponseBytesSent());
      if (LOG.isDebugEnabled()) {
        LOG.debugf(
            "%s %s %s %s %d %d bytes %d ms",
            exchange.getSourceAddress(),
            exchange.getProtocol(),
            exchange.getRequestMethod(),
            printable(target),
            exchange.getStatusCode(),
            exchange.getResponseBytesSent(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
      }
      nextListener.proceed();
    }
  }
}
