package org.gatehouse.web.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsideFailureTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private final Perimeter perimeter = new Perimeter(InsideFailureTest::impatient);

  private static ProxySettings impatient(ProxySettings settings) {
    return new ProxySettings(
        settings.requestsAtOnce(),
        settings.requestBodyLimitInBytes(),
        SHORT,
        SHORT,
        1,
        1,
        2,
        settings.retryAfter(),
        SHORT);
  }

  @AfterEach
  void close() {
    perimeter.close();
  }

  private HttpResponse<byte[]> get() {
    return perimeter.send(perimeter.request("/files/a"));
  }

  @Test
  @Spec("RFC 9110 §15.6.4")
  void anInsideThatIsDownIsUnavailableAndLaterServesAgain() {
    URI up = perimeter.target;
    perimeter.target = URI.create("http://127.0.0.1:" + closedPort());

    HttpResponse<byte[]> response = get();

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(new String(response.body(), UTF_8)).isEqualTo("503 Service Unavailable\n");
    assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(perimeter.counters.getInsideUnreachable()).isEqualTo(1);
    perimeter.target = up;
    assertThat(get().statusCode()).isEqualTo(200);
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Spec("RFC 9110 §15.6.3")
  void anInsideWithoutAddressIsABadGateway() {
    perimeter.target = URI.create("http://inside.invalid");

    assertThat(get().statusCode()).isEqualTo(502);
    assertThat(perimeter.counters.getInsideUnreachable()).isEqualTo(1);
  }

  @ParameterizedTest
  @Spec("RFC 9110 §15.6.3")
  @ValueSource(strings = {"ftp://inside", "file:///etc/", "http://user@127.0.0.1", "/relative"})
  void aTargetThatIsNoOriginIsABadGateway(String target) {
    perimeter.target = URI.create(target);

    assertThat(get().statusCode()).isEqualTo(502);
  }

  @Test
  @Spec("RFC 9110 §15.6.5")
  void anInsideThatDoesNotAnswerIsAGatewayTimeout() throws Exception {
    try (RawInside silent = new RawInside("")) {
      perimeter.target = silent.uri();

      HttpResponse<byte[]> response = get();

      assertThat(response.statusCode()).isEqualTo(504);
      assertThat(new String(response.body(), UTF_8)).isEqualTo("504 Gateway Time-out\n");
      assertThat(silent.closedByTheProxy.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(silent.heads).hasSize(1);
      assertThat(perimeter.counters.getInsideTimedOut()).isEqualTo(1);
    }
  }

  @Test
  @Spec("RFC 9112 §8")
  void anAnswerThatStallsEndsWithTheConnection() throws Exception {
    try (RawInside stalls =
        new RawInside("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")) {
      perimeter.target = stalls.uri();

      assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::get);
      assertThat(stalls.closedByTheProxy.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(perimeter.get("/files/a")).contains("hello").doesNotContain("\r\n0\r\n");
    }
  }

  @ParameterizedTest
  @Spec("RFC 9112 §8")
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello"
      })
  void anAnswerThatBreaksOffIsNotCompleted(String part) throws Exception {
    try (RawInside breaks = new RawInside(part + RawInside.CLOSE)) {
      perimeter.target = breaks.uri();

      assertThat(perimeter.get("/files/a")).doesNotContain("\r\n0\r\n");
      assertThat(isCompleted()).isFalse();
    }
  }

  private boolean isCompleted() {
    try {
      return get().statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  @ParameterizedTest
  @Spec("RFC 9110 §15.6")
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx",
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        ""
      })
  void anAnswerThatIsNoneIsAnErrorOfTheServer(String answer) throws Exception {
    try (RawInside wrong = new RawInside(answer + RawInside.CLOSE)) {
      perimeter.target = wrong.uri();

      String response = perimeter.get("/files/a");

      assertThat(response).matches("(?s)HTTP/1\\.1 50[0234] .*");
      assertThat(response).doesNotContain("nonsense").doesNotContain("websocket");
    }
  }

  @Test
  @Spec("RFC 9112 §6.3")
  void theCodingOfAnAnswerOverridesItsLength() throws Exception {
    try (RawInside both =
        new RawInside(
            String.join(
                "\r\n",
                "HTTP/1.1 200 OK",
                "Content-Length: 3",
                "Transfer-Encoding: chunked",
                "",
                "5",
                "hello",
                "0",
                "",
                ""))) {
      perimeter.target = both.uri();

      HttpResponse<byte[]> response = get();

      assertThat(response.headers().firstValue("Content-Length")).isEmpty();
      assertThat(new String(response.body(), UTF_8)).isEqualTo("hello");
    }
  }

  @Test
  @Spec("RFC 9112 §6.3")
  void anAnswerWithoutLengthEndsWithItsConnection() throws Exception {
    try (RawInside old = new RawInside("HTTP/1.0 200 OK\r\n\r\nhello" + RawInside.CLOSE)) {
      perimeter.target = old.uri();

      assertThat(new String(get().body(), UTF_8)).isEqualTo("hello");
    }
  }

  @Test
  @Spec("RFC 9110 §8.6")
  void notModifiedMayTellTheLengthOfWhatItDoesNotSend() throws Exception {
    try (RawInside cached =
        new RawInside("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\nContent-Length: 5\r\n\r\n")) {
      perimeter.target = cached.uri();

      HttpResponse<byte[]> response = get();

      assertThat(get().statusCode()).isEqualTo(304);
      assertThat(perimeter.counters.getInsideTimedOut()).isZero();
      assertThat(response.statusCode()).isEqualTo(304);
      assertThat(response.headers().firstValue("ETag")).hasValue("\"1\"");
    }
  }

  @Test
  @Spec("RFC 9110 §9.2.2")
  void asksAgainOnANewConnectionWhereAnIdleOneWasClosed() throws Exception {
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx";
    try (RawInside closes = new RawInside(answer, RawInside.CLOSE, answer)) {
      perimeter.target = closes.uri();

      assertThat(get().statusCode()).isEqualTo(200);
      assertThat(get().statusCode()).isEqualTo(200);
      assertThat(closes.heads).hasSize(3);
    }
  }

  @Test
  @Spec("RFC 9110 §9.2.2")
  void neverAsksAgainWhatIsNotIdempotent() throws Exception {
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx";
    try (RawInside closes = new RawInside(answer, RawInside.CLOSE, answer)) {
      perimeter.target = closes.uri();

      assertThat(post().statusCode()).isEqualTo(200);
      assertThat(post().statusCode()).isEqualTo(503);
      assertThat(closes.heads).hasSize(2);
    }
  }

  private HttpResponse<byte[]> post() {
    return perimeter.send(perimeter.request("/inbox/a").POST(BodyPublishers.noBody()));
  }

  @Test
  void keepsConnectionsToABoundedNumberOfOrigins() throws Exception {
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx";
    URI first = perimeter.target;
    assertThat(get().statusCode()).isEqualTo(200);
    try (RawInside second = new RawInside(answer);
        RawInside third = new RawInside(answer)) {
      for (URI target : new URI[] {second.uri(), third.uri(), first, second.uri()}) {
        perimeter.target = target;
        assertThat(get().statusCode()).isEqualTo(200);
      }
      assertThat(second.heads).hasSize(2);
    }
  }
}
