package org.gatehouse.web.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes the request fields fit for the inside: fields of the connection out (RFC 9110 §7.6.1), what
 * a client says about where it comes from or which method or path it means instead out, Forwarded
 * (RFC 7239 §4) in, Via (RFC 9110 §7.6.3) extended. A request that has this proxy's own pseudonym
 * in Via runs in a circle and is refused with 508.
 */
final class RequestHeaders implements HttpHandler {
  private static final HttpString FORWARDED = new HttpString("Forwarded");
  private static final HttpString X_FORWARDED_HOST = new HttpString("X-Forwarded-Host");
  private static final HttpString VIA = new HttpString("Via");
  private static final int LOOP_DETECTED = 508;
  private static final Set<String> NOT_THE_CLIENTS =
      Set.of(
          "forwarded",
          "client-ip",
          "proxy",
          "true-client-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "x-http-method",
          "x-http-method-override",
          "x-method-override",
          "x-original-host",
          "x-original-url",
          "x-real-ip",
          "x-rewrite-url");

  private final HttpHandler next;
  private final String pseudonym;

  RequestHeaders(HttpHandler next, String pseudonym) {
    this.next = next;
    this.pseudonym = pseudonym;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    HeaderMap headers = exchange.getRequestHeaders();
    if (isOurs(headers.get(VIA))) {
      ErrorAnswers.answer(exchange, LOOP_DETECTED);
      return;
    }
    if (HopByHop.options(headers).contains("close")) {
      exchange.setPersistent(false);
    }
    HopByHop.remove(headers);
    for (HttpString name : List.copyOf(headers.getHeaderNames())) {
      if (isNotTheClients(name)) {
        headers.remove(name);
      }
    }
    stamp(exchange, headers);
    next.handleRequest(exchange);
  }

  private static boolean isNotTheClients(HttpString field) {
    String name = field.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    return name.startsWith("x-forwarded-") || NOT_THE_CLIENTS.contains(name);
  }

  private boolean isOurs(HeaderValues via) {
    return via != null && via.stream().anyMatch(value -> value.contains(pseudonym));
  }

  private void stamp(HttpServerExchange exchange, HeaderMap headers) {
    InetAddress source = exchange.getSourceAddress().getAddress();
    String node =
        source instanceof Inet6Address
            ? "\"[" + source.getHostAddress().replaceFirst("%.*", "") + "]\""
            : source.getHostAddress();
    String host = headers.getFirst(Headers.HOST);
    StringBuilder forwarded = new StringBuilder("for=").append(node);
    if (host != null) {
      forwarded.append(";host=\"").append(host).append('"');
      headers.put(X_FORWARDED_HOST, host);
    }
    forwarded.append(";proto=").append(exchange.getRequestScheme());
    headers.put(FORWARDED, forwarded.toString());
    String protocol = exchange.getProtocol().toString();
    headers.add(VIA, protocol.substring(protocol.indexOf('/') + 1) + " " + pseudonym);
  }
}
