package org.gatehouse.web.proxy;

import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * The answers that are ours and not the inside's: the status, in words, and nothing internal (RFC
 * 9110 §15.5, §15.6). Where the request still has content to come, the connection is closed after
 * the answer, and the content is read for a short time only, so that the client can see the answer
 * (RFC 9112 §9.6).
 */
final class ErrorAnswers implements DefaultResponseListener {
  private static final HttpString NOSNIFF = new HttpString("X-Content-Type-Options");

  private final String retryAfterInSeconds;
  private final Duration lingering;

  ErrorAnswers(ProxySettings settings) {
    this.retryAfterInSeconds = Long.toString(settings.retryAfter().toSeconds());
    this.lingering = settings.lingering();
  }

  /** Ends the exchange with this status. */
  static void answer(HttpServerExchange exchange, int status) {
    exchange.setStatusCode(status);
    exchange.endExchange();
  }

  /** Ends the exchange and the connection: what follows on it cannot be trusted. */
  static void answerAndClose(HttpServerExchange exchange, int status) {
    exchange.setPersistent(false);
    answer(exchange, status);
  }

  @Override
  public boolean handleDefaultResponse(HttpServerExchange exchange) {
    if (exchange.getStatusCode() < StatusCodes.BAD_REQUEST
        || !exchange.isResponseChannelAvailable()) {
      return false;
    }
    if (exchange.getAttachment(RequestBody.TOO_LARGE) != null) {
      exchange.setStatusCode(StatusCodes.REQUEST_ENTITY_TOO_LARGE);
    }
    int status = exchange.getStatusCode();
    if (!exchange.isRequestComplete()) {
      exchange.setPersistent(false);
      closeAfterLingering(exchange);
    }
    if (status == StatusCodes.SERVICE_UNAVAILABLE) {
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, retryAfterInSeconds);
    }
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain;charset=UTF-8");
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    exchange.getResponseHeaders().put(NOSNIFF, "nosniff");
    exchange.getResponseSender().send(status + " " + StatusCodes.getReason(status) + "\n");
    return true;
  }

  private void closeAfterLingering(HttpServerExchange exchange) {
    XnioExecutor.Key timer =
        exchange
            .getIoThread()
            .executeAfter(
                () -> IoUtils.safeClose(exchange.getConnection()),
                lingering.toMillis(),
                TimeUnit.MILLISECONDS);
    exchange.addExchangeCompleteListener(
        (ended, nextListener) -> {
          timer.remove();
          nextListener.proceed();
        });
  }
}
