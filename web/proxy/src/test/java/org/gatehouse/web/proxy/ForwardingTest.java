package org.gatehouse.web.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForwardingTest {
  private final Perimeter perimeter = new Perimeter();

  @AfterEach
  void close() {
    perimeter.close();
  }

  private static byte[] random(int length) {
    byte[] octets = new byte[length];
    new Random(7).nextBytes(octets);
    return octets;
  }

  @Test
  void relaysAMebibyteOctetForOctet() {
    byte[] file = random(1 << 20);
    perimeter.insideAnswers = e -> e.getResponseSender().send(ByteBuffer.wrap(file));

    HttpResponse<byte[]> response = perimeter.send(perimeter.request("/files/big"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Arrays.equals(response.body(), file)).isTrue();
    assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(1 << 20);
  }

  @Test
  @Spec("RFC 9112 §7.1")
  void relaysAChunkedAnswerOctetForOctet() {
    byte[] file = random(300_000);
    perimeter.insideAnswers =
        e -> {
          for (int i = 0; i < file.length; i += 50_000) {
            e.getOutputStream().write(file, i, 50_000);
            e.getOutputStream().flush();
          }
        };

    HttpResponse<byte[]> response = perimeter.send(perimeter.request("/files/chunked"));

    assertThat(response.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
    assertThat(Arrays.equals(response.body(), file)).isTrue();
  }

  @Test
  void keepsTheWholePathAndQueryBehindTheBasePathOfTheTarget() {
    perimeter.target = URI.create(perimeter.target + "/base/");

    perimeter.send(perimeter.request("/files/a%20b;v=1?x=%2F..%2F&y=1"));

    assertThat(perimeter.asked.get(0).target()).isEqualTo("/base/files/a%20b;v=1?x=%2F..%2F&y=1");
    assertThat(perimeter.questions.get(0).path()).isEqualTo("/files/a b;v=1");
  }

  @Test
  @Spec("RFC 9112 §3.2.2")
  void takesTheHostOfAnAbsoluteTarget() {
    String response =
        perimeter.lines(
            "GET http://Published.example:8080/files/a?b HTTP/1.1",
            "Host: Published.example:8080",
            "Connection: close",
            "");

    assertThat(response).startsWith("HTTP/1.1 200 ");
    assertThat(perimeter.questions.get(0).host()).isEqualTo("published.example");
    assertThat(perimeter.asked.get(0).target()).isEqualTo("/files/a?b");
    assertThat(perimeter.asked.get(0).header("X-Forwarded-Host"))
        .isEqualTo("Published.example:8080");
  }

  @Test
  @Spec("RFC 9112 §3.2")
  void refusesTwoOpinionsAboutTheHost() {
    for (String host :
        new String[] {
          "Host: other.example", "Host: a\r\nHost: b", "X: y", "Host: a b", "Host: a/b"
        }) {
      String response =
          perimeter.lines("GET http://a/files/a HTTP/1.1", host, "Connection: close", "");

      assertThat(response).as(host).startsWith("HTTP/1.1 400 ");
    }
    assertThat(perimeter.asked).isEmpty();
  }

  @Test
  @Spec("RFC 9110 §7.6.1")
  void forwardsNoFieldOfTheConnection() {
    String response =
        perimeter.get(
            "/files/a",
            "Connection: X-Mine, x-other",
            "X-Mine: 1",
            "X-Other: 1",
            "X-End-To-End: 1",
            "Keep-Alive: timeout=5",
            "Proxy-Connection: keep-alive",
            "TE: trailers",
            "Trailer: X-Late",
            "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABk",
            "Proxy-Authorization: Basic Zm9vOmJhcg==");

    assertThat(response).startsWith("HTTP/1.1 200 ");
    Perimeter.Asked asked = perimeter.asked.get(0);
    assertThat(asked.headers())
        .doesNotContainKeys(
            "X-Mine",
            "X-Other",
            "Keep-Alive",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Upgrade",
            "HTTP2-Settings",
            "Transfer-Encoding",
            "Proxy-Authorization");
    assertThat(asked.header("Connection")).isIn(null, "keep-alive");
    assertThat(asked.header("X-End-To-End")).isEqualTo("1");
  }

  @Test
  @Spec("RFC 9110 §7.6.1")
  void relaysNoFieldOfTheInsideConnection() {
    perimeter.insideAnswers =
        e -> {
          e.getResponseHeaders().put(Headers.CONNECTION, "close, X-Inside");
          e.getResponseHeaders().put(new HttpString("X-Inside"), "1");
          e.getResponseHeaders().put(Headers.KEEP_ALIVE, "timeout=5");
          e.getResponseHeaders().put(Headers.SERVER, "Inside/1.0");
          e.getResponseHeaders().put(new HttpString("X-Powered-By"), "Inside");
          e.getResponseHeaders().put(new HttpString("X-End-To-End"), "1");
          e.getResponseSender().send("x");
        };

    HttpResponse<byte[]> response = perimeter.send(perimeter.request("/files/a"));

    assertThat(response.headers().map())
        .doesNotContainKeys("x-inside", "keep-alive", "server", "x-powered-by");
    assertThat(response.headers().allValues("connection")).containsExactly("keep-alive");
    assertThat(response.headers().firstValue("x-end-to-end")).hasValue("1");
  }

  @Test
  @Spec("RFC 7239 §4")
  void replacesWhatTheClientSaysAboutItself() {
    perimeter.get(
        "/files/a",
        "X-Forwarded-For: 10.0.0.1",
        "X-Forwarded-For: 10.0.0.2",
        "X_Forwarded_For: 10.0.0.3",
        "X-Forwarded-Prefix: /admin",
        "Forwarded: for=10.0.0.4;host=evil",
        "X-Real-IP: 10.0.0.5",
        "X-Original-URL: /admin",
        "X-HTTP-Method-Override: DELETE",
        "Proxy: http://evil/");

    Perimeter.Asked asked = perimeter.asked.get(0);
    assertThat(asked.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
    assertThat(asked.header("X-Forwarded-Host")).isEqualTo("gatehouse.example");
    assertThat(asked.header("X-Forwarded-Proto")).isEqualTo("http");
    assertThat(asked.header("Forwarded"))
        .isEqualTo("for=127.0.0.1;host=\"gatehouse.example\";proto=http");
    assertThat(asked.headers())
        .doesNotContainKeys(
            "X_Forwarded_For",
            "X-Forwarded-Prefix",
            "X-Real-IP",
            "X-Original-URL",
            "X-HTTP-Method-Override",
            "Proxy");
  }

  @Test
  @Spec("RFC 9110 §7.2")
  void namesTheTargetInHost() {
    perimeter.get("/files/a");

    assertThat(perimeter.asked.get(0).header("Host")).isEqualTo(perimeter.target.getAuthority());
  }

  @Test
  @Spec("RFC 9110 §7.6.3")
  void extendsVia() {
    perimeter.get("/files/a", "Via: 1.0 first");

    assertThat(perimeter.asked.get(0).header("Via"))
        .matches("1\\.0 first, 1\\.1 gatehouse-[0-9a-f]{12}");
  }

  @Test
  @Spec("RFC 9110 §7.6.3")
  void refusesARequestThatRunsInACircle() {
    perimeter.target = URI.create("http://127.0.0.1:" + perimeter.port());

    HttpResponse<byte[]> response = perimeter.send(perimeter.request("/files/a"));

    assertThat(response.statusCode()).isEqualTo(508);
    assertThat(perimeter.asked).isEmpty();
    assertThat(perimeter.questions).hasSize(2);
  }

  @Test
  @Spec("RFC 9110 §9.3.2")
  void relaysHeadWithoutContent() {
    perimeter.insideAnswers =
        e -> {
          e.getResponseHeaders().put(Headers.CONTENT_LENGTH, 12345);
          e.endExchange();
        };

    HttpResponse<byte[]> response =
        perimeter.send(perimeter.request("/files/a").method("HEAD", BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(12345);
    assertThat(response.body()).isEmpty();
    assertThat(perimeter.asked.get(0).method()).isEqualTo("HEAD");
  }

  @Test
  @Spec("RFC 9110 §15.4.5")
  void relaysValidationAndNotModified() {
    perimeter.insideAnswers =
        e -> {
          e.getResponseHeaders().put(Headers.ETAG, "\"v1\"");
          if ("\"v1\"".equals(e.getRequestHeaders().getFirst(Headers.IF_NONE_MATCH))) {
            e.setStatusCode(304);
          } else {
            e.getResponseSender().send("content");
          }
        };

    HttpResponse<byte[]> first = perimeter.send(perimeter.request("/files/a"));
    String etag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> second =
        perimeter.send(perimeter.request("/files/a").header("If-None-Match", etag));

    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.headers().firstValue("ETag")).hasValue("\"v1\"");
    assertThat(second.body()).isEmpty();
  }

  @Test
  void forwardsContent() {
    byte[] content = random(200_000);
    perimeter.insideAnswers =
        e -> {
          e.setStatusCode(201);
          e.getResponseSender().send("taken");
        };

    HttpRequest.Builder post =
        perimeter.request("/inbox/a").POST(BodyPublishers.ofByteArray(content));
    HttpResponse<byte[]> response = perimeter.send(post);

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(new String(response.body(), UTF_8)).isEqualTo("taken");
    assertThat(perimeter.asked.get(0).content().equals(new String(content, ISO_8859_1))).isTrue();
  }

  @Test
  @Spec("RFC 9110 §10.1.1")
  void letsTheClientContinue() {
    HttpResponse<byte[]> response =
        perimeter.send(
            perimeter
                .request("/inbox/a")
                .expectContinue(true)
                .POST(BodyPublishers.ofString("content")));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(perimeter.asked.get(0).content()).isEqualTo("content");
    assertThat(perimeter.asked.get(0).header("Expect")).isEqualToIgnoringCase("100-continue");
  }

  @Test
  @Spec("RFC 9110 §6.5.1")
  void forwardsNoTrailerField() {
    perimeter.insideAnswers =
        e -> {
          boolean trailers =
              e.getAttachment(io.undertow.server.protocol.http.HttpAttachments.REQUEST_TRAILERS)
                  != null;
          e.getResponseSender().send("trailers " + trailers);
        };

    String response =
        perimeter.lines(
            "POST /inbox/a HTTP/1.1",
            "Host: x",
            "Transfer-Encoding: chunked",
            "Connection: close",
            "",
            "5",
            "hello",
            "0",
            "X-Forwarded-For: 10.0.0.1",
            "");

    assertThat(response).contains("trailers false");
    assertThat(perimeter.asked.get(0).content()).isEqualTo("hello");
  }

  @Test
  @Spec("RFC 9110 §10.2.2")
  void makesALocationOfTheInsideOurs() {
    perimeter.insideAnswers =
        e -> {
          e.setStatusCode(302);
          e.getResponseHeaders().put(Headers.LOCATION, perimeter.target + "/files/b?c");
        };

    HttpResponse<byte[]> response = perimeter.send(perimeter.request("/files/a"));

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location")).hasValue("/files/b?c");
  }

  @Test
  @Spec("RFC 9110 §7.6.2")
  void answersOptionsThatMayGoNoFurther() {
    String last = options("Max-Forwards: 0");
    String further = options("Max-Forwards: 7");

    assertThat(last).startsWith("HTTP/1.1 204 ").contains("Allow: DELETE, GET");
    assertThat(further).startsWith("HTTP/1.1 200 ");
    assertThat(perimeter.asked).hasSize(1);
    assertThat(perimeter.asked.get(0).header("Max-Forwards")).isEqualTo("6");
  }

  private String options(String field) {
    return perimeter.raw(
        "OPTIONS /any/a HTTP/1.1\r\nHost: x\r\n" + field + "\r\nConnection: close\r\n\r\n");
  }

  @Test
  @Spec("RFC 9112 §9.3")
  void servesManyRequestsOnOneConnection() {
    for (int i = 0; i < 20; i++) {
      assertThat(perimeter.send(perimeter.request("/files/" + i)).statusCode()).isEqualTo(200);
    }

    assertThat(perimeter.asked).hasSize(20);
    assertThat(perimeter.counters.getAdmitted()).isEqualTo(20);
  }
}
