package org.gatehouse.web.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ResponseCommitListener;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Makes the response fields fit for the outside: fields of the connection out (RFC 9110 §7.6.1),
 * what names the inside's software and services out, and references to the inside origin made
 * relative to ours (§10.2.2, §8.7).
 */
final class ResponseHeaders implements HttpHandler, ResponseCommitListener {
  private static final List<HttpString> OF_THE_INSIDE =
      List.of(
          Headers.SERVER,
          new HttpString("X-Powered-By"),
          new HttpString("X-AspNet-Version"),
          new HttpString("X-AspNetMvc-Version"),
          new HttpString("Alt-Svc"),
          new HttpString("Via"));
  private static final List<HttpString> REFERENCES =
      List.of(Headers.LOCATION, Headers.CONTENT_LOCATION);

  private final HttpHandler next;

  ResponseHeaders(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    exchange.addResponseCommitListener(this);
    next.handleRequest(exchange);
  }

  @Override
  public void beforeCommit(HttpServerExchange exchange) {
    HeaderMap headers = exchange.getResponseHeaders();
    if (exchange.getStatusCode() < StatusCodes.OK) {
      // The client takes it for the end, so what follows would answer another request.
      InsideClient.abortAtTheEnd(exchange);
      headers.clear();
      exchange.setStatusCode(StatusCodes.BAD_GATEWAY);
      exchange.setPersistent(false);
      return;
    }
    if (exchange.getStatusCode() == StatusCodes.NOT_MODIFIED
        && headers.contains(Headers.CONTENT_LENGTH)) {
      InsideClient.endWithoutContent(exchange);
    }
    if (headers.contains(Headers.TRANSFER_ENCODING)) {
      // RFC 9112 §6.3: the coding overrides the length, which must not survive it.
      headers.remove(Headers.CONTENT_LENGTH);
    }
    HopByHop.remove(headers);
    OF_THE_INSIDE.forEach(headers::remove);
    URI target = exchange.getAttachment(Asking.PUBLICATION).target();
    for (HttpString field : REFERENCES) {
      String reference = headers.getFirst(field);
      if (reference != null) {
        headers.put(field, outside(reference, target));
      }
    }
  }

  /**
   * A reference to the inside origin as the outside knows it: its path without the base path of the
   * target. Any other reference stays as it is.
   */
  static String outside(String reference, URI target) {
    URI location;
    try {
      location = URI.create(reference);
    } catch (IllegalArgumentException e) {
      return reference;
    }
    boolean ofTarget =
        location.getRawAuthority() == null
            ? location.getScheme() == null && reference.startsWith("/")
            : origin(target.resolve(location)).equals(origin(target));
    if (!ofTarget) {
      return reference;
    }
    String path = location.getRawPath();
    String base = InsideOrigin.basePath(target);
    StringBuilder outside = new StringBuilder();
    if (!base.isEmpty() && (path.equals(base) || path.startsWith(base + "/"))) {
      path = path.substring(base.length());
    }
    outside.append(path.startsWith("/") ? path : "/" + path);
    if (location.getRawQuery() != null) {
      outside.append('?').append(location.getRawQuery());
    }
    if (location.getRawFragment() != null) {
      outside.append('#').append(location.getRawFragment());
    }
    return outside.toString();
  }

  private static String origin(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    int port = uri.getPort() != -1 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
  }
}
