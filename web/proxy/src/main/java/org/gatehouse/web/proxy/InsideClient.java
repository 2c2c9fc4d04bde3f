package org.gatehouse.web.proxy;

import io.undertow.client.ClientConnection;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyClient;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.util.AttachmentKey;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Gets a connection to the inside for an exchange, within the connect timeout, queueing included.
 * Runs on the I/O thread of the exchange.
 */
final class InsideClient implements ProxyClient {
  static final AttachmentKey<Target> TARGET = AttachmentKey.create(Target.class);
  static final AttachmentKey<ClientConnection> CONNECTION =
      AttachmentKey.create(ClientConnection.class);

  private final long connectMillis;
  private final ProxyCounters counters;

  InsideClient(ProxySettings settings, ProxyCounters counters) {
    this.connectMillis = settings.connectTimeout().toMillis();
    this.counters = counters;
  }

  /**
   * Where an exchange goes.
   *
   * @param origin holds the connections
   * @param basePath comes before the path of the request
   * @param authority the Host that the inside is to see
   */
  record Target(InsideOrigin origin, String basePath, String authority) implements ProxyTarget {}

  /**
   * Closes the connection to the inside of an exchange whose request is not complete. An ordinary
   * close would end a chunked request with its last chunk, and the inside would take the part for
   * the whole (RFC 9112 §8); so the connection is first taken from the client.
   */
  static void abort(HttpServerExchange exchange) {
    ClientConnection connection = exchange.getAttachment(CONNECTION);
    if (connection == null || !connection.isOpen()) {
      return;
    }
    try {
      IoUtils.safeClose(connection.performUpgrade());
    } catch (IOException e) {
      IoUtils.safeClose(connection);
    }
  }

  /** Keeps the connection of this exchange from being used again. */
  static void abortAtTheEnd(HttpServerExchange exchange) {
    exchange.addExchangeCompleteListener(
        (ended, nextListener) -> {
          abort(ended);
          nextListener.proceed();
        });
  }

  /**
   * Ends an exchange whose response tells the length of content that it does not have (RFC 9110
   * §8.6, 304). The client would wait for the content, so its connection is given up.
   */
  static void endWithoutContent(HttpServerExchange exchange) {
    abortAtTheEnd(exchange);
    exchange.getIoThread().execute(exchange::endExchange);
  }

  @Override
  public ProxyTarget findTarget(HttpServerExchange exchange) {
    return exchange.getAttachment(TARGET);
  }

  @Override
  public void getConnection(
      ProxyTarget target,
      HttpServerExchange exchange,
      ProxyCallback<ProxyConnection> callback,
      long timeout,
      TimeUnit unit) {
    Target inside = (Target) target;
    Connecting connecting = new Connecting(inside, exchange, callback);
    try {
      inside
          .origin()
          .pool()
          .connect(target, exchange, connecting, connectMillis, TimeUnit.MILLISECONDS, false);
    } catch (RuntimeException e) {
      ProxyLog.LOG.debugf(e, "no connection to %s", inside.origin());
      connecting.failed(exchange);
    }
  }

  /** One attempt, which ends once: by a connection, by a failure, or by the clock. */
  private final class Connecting implements ProxyCallback<ProxyConnection> {
    private final Target target;
    private final ProxyCallback<ProxyConnection> callback;
    private final XnioExecutor.Key timer;
    private boolean ended;

    private Connecting(
        Target target, HttpServerExchange exchange, ProxyCallback<ProxyConnection> callback) {
      this.target = target;
      this.callback = callback;
      this.timer =
          exchange
              .getIoThread()
              .executeAfter(() -> timedOut(exchange), connectMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void completed(HttpServerExchange exchange, ProxyConnection connection) {
      if (end()) {
        target.origin().reached();
        exchange.putAttachment(CONNECTION, connection.getConnection());
        callback.completed(
            exchange, new ProxyConnection(connection.getConnection(), target.basePath()));
      }
    }

    @Override
    public void failed(HttpServerExchange exchange) {
      if (end()) {
        target.origin().failed();
        counters.insideUnreachable.increment();
        callback.couldNotResolveBackend(exchange);
      }
    }

    @Override
    public void queuedRequestFailed(HttpServerExchange exchange) {
      failedInQueue(exchange);
    }

    @Override
    public void couldNotResolveBackend(HttpServerExchange exchange) {
      failedInQueue(exchange);
    }

    private void failedInQueue(HttpServerExchange exchange) {
      if (end()) {
        counters.insideUnreachable.increment();
        callback.couldNotResolveBackend(exchange);
      }
    }

    private void timedOut(HttpServerExchange exchange) {
      if (!exchange.isResponseStarted() && end()) {
        target.origin().failed();
        counters.insideTimedOut.increment();
        ErrorAnswers.answer(exchange, StatusCodes.GATEWAY_TIME_OUT);
      }
    }

    private boolean end() {
      boolean first = !ended;
      ended = true;
      timer.remove();
      return first;
    }
  }
}
