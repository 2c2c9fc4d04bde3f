package org.gatehouse.web.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads the request target (RFC 9112 §3.2). The absolute form is understood, and its authority then
 * replaces the Host field (§3.2.2); the asterisk form names no resource of ours.
 *
 * @param host the host without port, lower case, empty where an HTTP/1.0 client sent none
 * @param path what is asked for
 */
record RequestTarget(String host, RequestPath path) {
  static final AttachmentKey<RequestTarget> KEY = AttachmentKey.create(RequestTarget.class);

  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?");

  private static RequestTarget of(HttpServerExchange exchange) throws RequestPathFormatException {
    String target = exchange.getRequestURI();
    if (exchange.isHostIncludedInRequestURI()) {
      int authority = target.indexOf("://") + 3;
      int slash = target.indexOf('/', authority);
      String path = slash < 0 ? "/" : target.substring(slash);
      exchange
          .getRequestHeaders()
          .put(Headers.HOST, target.substring(authority, slash < 0 ? target.length() : slash));
      exchange.setRequestURI(path, false);
      target = path;
    }
    String query = exchange.getQueryString();
    if (query.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
      throw new RequestPathFormatException("query with a character that needs an escape");
    }
    exchange.setResolvedPath("");
    return new RequestTarget(host(exchange), RequestPath.of(target));
  }

  private static String host(HttpServerExchange exchange) throws RequestPathFormatException {
    String authority = exchange.getRequestHeaders().getFirst(Headers.HOST);
    if (authority == null) {
      return "";
    }
    if (!AUTHORITY.matcher(authority).matches()) {
      throw new RequestPathFormatException("Host");
    }
    int colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
    return (colon < 0 ? authority : authority.substring(0, colon)).toLowerCase(Locale.ROOT);
  }

  /** Leaves the target with the exchange, or answers 400. */
  static final class Reading implements HttpHandler {
    private final HttpHandler next;
    private final ProxyCounters counters;

    Reading(HttpHandler next, ProxyCounters counters) {
      this.next = next;
      this.counters = counters;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
      try {
        exchange.putAttachment(KEY, of(exchange));
      } catch (RequestPathFormatException e) {
        ProxyLog.LOG.debugf("request target refused: %s", e.getMessage());
        counters.malformed.increment();
        ErrorAnswers.answerAndClose(exchange, StatusCodes.BAD_REQUEST);
        return;
      }
      next.handleRequest(exchange);
    }
  }
}
