package org.gatehouse.web.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.HttpAdmission;
import org.gatehouse.admission.HttpQuestion;
import org.gatehouse.admission.Publication;
import org.gatehouse.admission.Reason;

/** A reverse proxy and an inside, both real and on loopback, with an authority that is not. */
final class Perimeter implements AutoCloseable {
  /** What the inside was asked; an octet of content is a character. */
  record Asked(String method, String target, Map<String, List<String>> headers, String content) {
    String header(String name) {
      List<String> values = headers.get(name);
      return values == null ? null : String.join(", ", values);
    }
  }

  final List<Asked> asked = new CopyOnWriteArrayList<>();
  final List<HttpQuestion> questions = new CopyOnWriteArrayList<>();

  /** Comes to zero when a request breaks off before its end, as the inside sees it. */
  final CountDownLatch brokenOff = new CountDownLatch(1);

  final ProxyCounters counters = new ProxyCounters();
  volatile HttpHandler insideAnswers = exchange -> exchange.getResponseSender().send("inside");
  volatile HttpAdmission authority = this::published;
  volatile URI target;

  private final Undertow inside;
  private final Undertow outside;
  private final ReverseProxyChain chain;
  private final HttpClient client;

  Perimeter() {
    this(settings -> settings);
  }

  Perimeter(UnaryOperator<ProxySettings> change) {
    this(change, HttpClient.Version.HTTP_1_1, Optional.empty(), trustedByDefault());
  }

  Perimeter(HttpClient.Version version) {
    this(settings -> settings, version, Optional.empty(), trustedByDefault());
  }

  /** An inside that is https, and what the proxy trusts. */
  Perimeter(SSLContext ofTheInside, SSLContext trusted) {
    this(settings -> settings, HttpClient.Version.HTTP_1_1, Optional.of(ofTheInside), trusted);
  }

  private Perimeter(
      UnaryOperator<ProxySettings> change,
      HttpClient.Version version,
      Optional<SSLContext> tls,
      SSLContext trusted) {
    client =
        HttpClient.newBuilder().version(version).connectTimeout(Duration.ofSeconds(10)).build();
    Undertow.Builder insideListener = Undertow.builder();
    tls.ifPresentOrElse(
        context -> insideListener.addHttpsListener(0, "127.0.0.1", context),
        () -> insideListener.addHttpListener(0, "127.0.0.1"));
    inside =
        insideListener
            .setIoThreads(1)
            .setWorkerThreads(4)
            .setServerOption(UndertowOptions.DECODE_URL, false)
            .setHandler(new BlockingHandler(this::answerInside))
            .build();
    inside.start();
    target = URI.create((tls.isPresent() ? "https" : "http") + "://127.0.0.1:" + port(inside));
    chain =
        new ReverseProxyChain(
            question -> {
              questions.add(question);
              return authority.resource(question);
            },
            change.apply(ProxySettings.defaults()),
            counters,
            trusted);
    outside =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setIoThreads(1)
            .setWorkerThreads(4)
            .setServerOption(UndertowOptions.ENABLE_HTTP2, version == HttpClient.Version.HTTP_2)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
            .setHandler(new HttpContinueReadHandler(chain))
            .build();
    outside.start();
  }

  private static SSLContext trustedByDefault() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code /files/} for reading, {@code /inbox/} for writing, {@code /any/} for everything. */
  Admission<Publication> published(HttpQuestion question) {
    Map<String, Set<String>> publications =
        Map.of(
            "/files/", Set.of("GET", "HEAD"),
            "/inbox/", Set.of("POST"),
            "/any/", Set.copyOf(MethodsForwarded.METHODS));
    for (Map.Entry<String, Set<String>> publication : publications.entrySet()) {
      if (question.path().startsWith(publication.getKey())) {
        if (!publication.getValue().contains(question.method())) {
          return Admission.refused(Reason.METHOD_NOT_ALLOWED, "methods of the publication");
        }
        return Admission.admitted(
            new Publication("test", publication.getKey(), target, publication.getValue()), "test");
      }
    }
    return Admission.refused(Reason.NOT_PUBLISHED, "nothing of this name");
  }

  private void answerInside(HttpServerExchange exchange) throws Exception {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange
        .getRequestHeaders()
        .forEach(h -> headers.put(h.getHeaderName().toString(), List.copyOf(h)));
    String content;
    try {
      content = new String(exchange.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      brokenOff.countDown();
      throw e;
    }
    String query = exchange.getQueryString();
    asked.add(
        new Asked(
            exchange.getRequestMethod().toString(),
            exchange.getRequestURI() + (query.isEmpty() ? "" : "?" + query),
            headers,
            content));
    insideAnswers.handleRequest(exchange);
  }

  private static int port(Undertow server) {
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  int port() {
    return port(outside);
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
  }

  CompletableFuture<HttpResponse<byte[]>> sendAsync(HttpRequest.Builder request) {
    return client.sendAsync(request.build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends octets and returns everything that comes until the proxy closes. */
  String raw(String octets) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends lines, each with its CRLF; an empty one ends the head. */
  String lines(String... lines) {
    return raw(String.join("\r\n", lines) + "\r\n");
  }

  /** A request for {@code path} with more fields; the connection closes after it. */
  String get(String path, String... fields) {
    return raw(
        "GET "
            + path
            + " HTTP/1.1\r\nHost: gatehouse.example\r\n"
            + String.join("", List.of(fields).stream().map(f -> f + "\r\n").toList())
            + "Connection: close\r\n\r\n");
  }

  void stopInside() {
    inside.stop();
  }

  @Override
  public void close() {
    outside.stop();
    chain.close();
    inside.stop();
  }
}
