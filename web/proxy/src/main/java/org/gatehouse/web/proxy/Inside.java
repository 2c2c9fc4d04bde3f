package org.gatehouse.web.proxy;

import io.undertow.attribute.ExchangeAttribute;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gatehouse.admission.Publication;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Forwards to the inside and relays its answer. The request path is kept whole and appended to the
 * base path of the target: where {@code /files/} is published with the target {@code
 * http://inside/base}, a request for {@code /files/a} asks the inside for {@code /base/files/a}.
 * Host names the target; the client's is in Forwarded.
 *
 * <p>The inside must begin its answer within the response timeout and then show a sign of life
 * within each further one; otherwise the client gets 504, or, where the answer has begun, the end
 * of its connection.
 */
final class Inside implements HttpHandler {
  private final InsideOrigins origins;
  private final ProxyHandler proxy;
  private final long responseMillis;
  private final ProxyCounters counters;

  Inside(InsideOrigins origins, ProxySettings settings, ProxyCounters counters) {
    this.origins = origins;
    this.counters = counters;
    this.responseMillis = settings.responseTimeout().toMillis();
    this.proxy =
        ProxyHandler.builder()
            .setProxyClient(new InsideClient(settings, counters))
            .addRequestHeader(Headers.HOST, new TargetAuthority())
            .setMaxConnectionRetries(1)
            .setReuseXForwarded(false)
            .setNext(ResponseCodeHandler.HANDLE_404)
            .build();
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Publication publication = exchange.getAttachment(Asking.PUBLICATION);
    URI target = publication.target();
    Optional<InsideOrigin> origin =
        origins.of(target, exchange.getConnection().getWorker().getXnio());
    if (origin.isEmpty()) {
      origins.warnOfUnusable(publication.name(), target);
      ErrorAnswers.answer(exchange, StatusCodes.BAD_GATEWAY);
      return;
    }
    try {
      // On the worker thread: the client would look the name up on the I/O thread.
      InetAddress.getByName(target.getHost());
    } catch (UnknownHostException e) {
      origin.get().failed();
      counters.insideUnreachable.increment();
      ErrorAnswers.answer(exchange, StatusCodes.BAD_GATEWAY);
      return;
    }
    exchange.putAttachment(
        InsideClient.TARGET,
        new InsideClient.Target(
            origin.get(), InsideOrigin.basePath(target), target.getRawAuthority()));
    new Watch(exchange).start();
    proxy.handleRequest(exchange);
  }

  private static final class TargetAuthority implements ExchangeAttribute {
    @Override
    public String readAttribute(HttpServerExchange exchange) {
      return exchange.getAttachment(InsideClient.TARGET).authority();
    }

    @Override
    public void writeAttribute(HttpServerExchange exchange, String value) {
      throw new UnsupportedOperationException("read only");
    }
  }

  /** Looks once in each response timeout whether the answer proceeds. Owned by the I/O thread. */
  private final class Watch implements Runnable {
    private final HttpServerExchange exchange;
    private volatile XnioExecutor.Key timer = () -> false;
    private long sent = -1;

    private Watch(HttpServerExchange exchange) {
      this.exchange = exchange;
    }

    private void start() {
      exchange.addExchangeCompleteListener(
          (ended, nextListener) -> {
            timer.remove();
            nextListener.proceed();
          });
      again();
    }

    private void again() {
      timer = exchange.getIoThread().executeAfter(this, responseMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
      if (exchange.isComplete()) {
        return;
      }
      if (exchange.isResponseStarted() && exchange.getResponseBytesSent() > sent) {
        sent = exchange.getResponseBytesSent();
        again();
        return;
      }
      counters.insideTimedOut.increment();
      if (exchange.isResponseStarted()) {
        InsideClient.abort(exchange);
        IoUtils.safeClose(exchange.getConnection());
        return;
      }
      InsideClient.abortAtTheEnd(exchange);
      ErrorAnswers.answer(exchange, StatusCodes.GATEWAY_TIME_OUT);
    }
  }
}
