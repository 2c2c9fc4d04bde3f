package org.gatehouse.web.proxy;

import io.undertow.server.HandlerWrapper;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.ListIterator;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.gatehouse.admission.HttpAdmission;

/** Every step of the reverse proxy, in its order. */
final class ReverseProxyChain implements HttpHandler, AutoCloseable {
  private final List<Step> steps;
  private final HttpHandler first;
  private final InsideOrigins origins;

  /**
   * Builds the chain.
   *
   * @param admission answers the questions; may block
   * @param tls for inside origins that are https
   */
  ReverseProxyChain(
      HttpAdmission admission, ProxySettings settings, ProxyCounters counters, SSLContext tls) {
    origins = new InsideOrigins(settings, tls);
    ErrorAnswers errors = new ErrorAnswers(settings);
    String pseudonym = pseudonym();
    steps =
        List.of(
            new Step("access log", next -> new AccessLog(next, counters, errors)),
            new Step(
                "at most " + settings.requestsAtOnce() + " requests at once",
                next -> new RequestsAtOnce(next, settings.requestsAtOnce(), counters)),
            new Step("framing", next -> new RequestFraming(next, counters)),
            new Step("no CONNECT, no TRACE", next -> new MethodsForwarded(next, counters)),
            new Step("no upgrade", next -> new Upgrades(next, counters)),
            new Step("request target", next -> new RequestTarget.Reading(next, counters)),
            new Step("admission", next -> new Asking(next, admission, counters)),
            new Step("Max-Forwards", MaxForwards::new),
            new Step(
                "content up to " + settings.requestBodyLimitInBytes() + " bytes",
                next -> new RequestBody(next, settings.requestBodyLimitInBytes(), counters)),
            new Step("request headers", next -> new RequestHeaders(next, pseudonym)),
            new Step("response headers", ResponseHeaders::new));
    HttpHandler handler = new Inside(origins, settings, counters);
    for (ListIterator<Step> i = steps.listIterator(steps.size()); i.hasPrevious(); ) {
      handler = i.previous().handler().wrap(handler);
    }
    first = handler;
  }

  /** A name that no other proxy has, so that a circle is seen in Via (RFC 9110 §7.6.3). */
  private static String pseudonym() {
    byte[] random = new byte[6];
    new SecureRandom().nextBytes(random);
    return "gatehouse-" + HexFormat.of().formatHex(random);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    first.handleRequest(exchange);
  }

  /** Closes the connections to the inside as they come to rest. */
  @Override
  public void close() {
    origins.close();
  }

  @Override
  public String toString() {
    return steps.stream().map(Step::name).collect(Collectors.joining(" → ")) + " → inside";
  }

  private record Step(String name, HandlerWrapper handler) {}
}
