package org.gatehouse.web.proxy;

import io.undertow.client.UndertowClient;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.handlers.proxy.ConnectionPoolManager;
import io.undertow.server.handlers.proxy.ProxyConnectionPool;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.xnio.OptionMap;
import org.xnio.Xnio;
import org.xnio.ssl.XnioSsl;

/** An inside origin (RFC 6454 §4) and the connections to it, a bounded number for each thread. */
final class InsideOrigin {
  private static final int IDLE_CONNECTION_MILLIS = 15_000;

  private final URI uri;
  private final ProxyConnectionPool pool;
  private final AtomicBoolean unreachable = new AtomicBoolean();

  InsideOrigin(URI uri, ProxySettings settings, Xnio xnio, SSLContext tls) {
    this.uri = uri;
    XnioSsl ssl =
        uri.getScheme().equals("https") ? new UndertowXnioSsl(xnio, OptionMap.EMPTY, tls) : null;
    this.pool =
        new ProxyConnectionPool(
            new Bounds(settings), uri, ssl, UndertowClient.getInstance(), OptionMap.EMPTY);
  }

  /** The path of a target, without a slash at its end; empty where it has none. */
  static String basePath(URI target) {
    String path = String.valueOf(target.getRawPath());
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  ProxyConnectionPool pool() {
    return pool;
  }

  /** A connection was had. */
  void reached() {
    if (unreachable.get() && unreachable.compareAndSet(true, false)) {
      ProxyLog.LOG.insideReachedAgain(uri.toString());
    }
  }

  /** No connection was had. */
  void failed() {
    if (unreachable.compareAndSet(false, true)) {
      ProxyLog.LOG.insideUnreachable(uri.toString());
    }
  }

  void close() {
    pool.close();
  }

  @Override
  public String toString() {
    return uri.toString();
  }

  /** What the pool asks; a failed origin is tried again by the next request, not by a timer. */
  private record Bounds(ProxySettings settings) implements ConnectionPoolManager {
    @Override
    public int getMaxConnections() {
      return settings.connectionsPerThread();
    }

    @Override
    public int getMaxCachedConnections() {
      return settings.connectionsPerThread();
    }

    @Override
    public int getSMaxConnections() {
      return 0;
    }

    @Override
    public long getTtl() {
      return IDLE_CONNECTION_MILLIS;
    }

    @Override
    public int getMaxQueueSize() {
      return settings.queuePerThread();
    }

    @Override
    public int getProblemServerRetry() {
      return -1;
    }

    @Override
    public boolean isAvailable() {
      return true;
    }

    @Override
    public boolean handleError() {
      return false;
    }

    @Override
    public boolean clearError() {
      return true;
    }
  }
}
