package org.gatehouse.web.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Publication;
import org.gatehouse.admission.Reason;
import org.gatehouse.admission.Side;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
  private final Perimeter perimeter = new Perimeter();

  @AfterEach
  void close() {
    perimeter.close();
  }

  @ParameterizedTest
  @Spec("RFC 9110 §15.5.5")
  @ValueSource(
      strings = {"/", "/index.html", "/files", "/Files/a", "/WEB-INF/jboss-web.xml", "/filesx/a"})
  void whatIsNotPublishedIsNotFound(String path) {
    HttpResponse<byte[]> response = perimeter.send(perimeter.request(path));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
    assertThat(new String(response.body(), UTF_8)).isEqualTo("404 Not Found\n");
    assertThat(perimeter.asked).isEmpty();
    assertThat(perimeter.counters.getNotPublished()).isEqualTo(1);
  }

  @Test
  @Spec("RFC 9110 §15.5.6")
  void aMethodThatIsNotPublishedIsNotAllowedAndTheOthersAreNamed() {
    HttpResponse<byte[]> response =
        perimeter.send(perimeter.request("/files/a").POST(BodyPublishers.ofString("x")));

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
    assertThat(perimeter.asked).isEmpty();
  }

  @Test
  @Spec("RFC 9110 §15.5.6")
  void aMethodOutsideTheAdmittedPublicationIsNotAllowed() {
    perimeter.authority =
        question ->
            Admission.admitted(
                new Publication("p", "/", perimeter.target, java.util.Set.of("GET")), "all");

    HttpResponse<byte[]> response = perimeter.send(perimeter.request("/x").DELETE());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET");
    assertThat(perimeter.asked).isEmpty();
  }

  @ParameterizedTest
  @Spec("RFC 9110 §9.3.8")
  @ValueSource(strings = {"TRACE /any/a", "CONNECT inside.example:22"})
  void neverTracesAndNeverTunnels(String start) {
    String response = perimeter.raw(start + " HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(response).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD");
    assertThat(perimeter.questions).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"BANNED", "METHOD_NOT_ALLOWED"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyOtherReasonLooksTheSame(Reason reason) {
    perimeter.authority = question -> Admission.refused(reason, "rule");

    HttpResponse<byte[]> response = perimeter.send(perimeter.request("/files/a"));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(new String(response.body(), UTF_8)).isEqualTo("404 Not Found\n");
  }

  @Test
  @Spec("RFC 9110 §15.5.4")
  void aBannedSourceIsForbidden() {
    perimeter.authority = question -> Admission.refused(Reason.BANNED, "ban 17");

    HttpResponse<byte[]> response = perimeter.send(perimeter.request("/files/a"));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(new String(response.body(), UTF_8)).isEqualTo("403 Forbidden\n");
    assertThat(perimeter.counters.getBanned()).isEqualTo(1);
  }

  @Test
  @Spec("RFC 9110 §15.6.4")
  void withoutAnAuthorityTheServiceIsUnavailable() {
    perimeter.authority = question -> Admission.unavailable("jdbc:secret is down");

    HttpResponse<byte[]> response = perimeter.send(perimeter.request("/files/a"));

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(new String(response.body(), UTF_8)).isEqualTo("503 Service Unavailable\n");
    assertThat(perimeter.counters.getUnanswered()).isEqualTo(1);
  }

  @Test
  void anAuthorityThatThrowsIsUnavailable() {
    perimeter.authority =
        question -> {
          throw new IllegalStateException("secret");
        };

    HttpResponse<byte[]> response = perimeter.send(perimeter.request("/files/a"));

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(new String(response.body(), UTF_8)).doesNotContain("secret");
  }

  @Test
  void asksWithTheSourceTheHostAndTheDecodedPath() {
    perimeter.send(perimeter.request("/files/%C3%A4"));

    assertThat(perimeter.questions)
        .singleElement()
        .satisfies(
            question -> {
              assertThat(question.path()).isEqualTo("/files/ä");
              assertThat(question.host()).isEqualTo("127.0.0.1");
              assertThat(question.method()).isEqualTo("GET");
              assertThat(question.stranger().side()).isEqualTo(Side.EXTERNAL);
              assertThat(question.stranger().transport()).isEqualTo("TCP");
              assertThat(question.stranger().address().getAddress().isLoopbackAddress()).isTrue();
            });
  }

  @ParameterizedTest
  @Spec("RFC 3986 §5.2.4")
  @ValueSource(
      strings = {
        "/files/../secret",
        "/files/%2e%2e/secret",
        "/files/%2e%2e%2fsecret",
        "/files/%252e%252e/secret",
        "/files/..%5csecret",
        "/files/..\\secret",
        "/files/..;/secret",
        "/files/a%00",
        "/files/%c0%ae%c0%ae/secret",
        "/files//secret"
      })
  void neverAsksTheInsideForAnAmbiguousPath(String path) {
    String response = perimeter.get(path);

    assertThat(response).matches("(?s)HTTP/1\\.1 400 .*");
    assertThat(perimeter.asked).isEmpty();
    assertThat(perimeter.questions).isEmpty();
  }

  @Test
  void refusesWebSocket() {
    String response =
        perimeter.get(
            "/any/a", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13");

    assertThat(response).startsWith("HTTP/1.1 400 ");
    assertThat(perimeter.asked).isEmpty();
  }

  @Test
  void answersNothingOnTheRequestThatIsOneTooMany() {
    try (Perimeter small =
        new Perimeter(
            s ->
                new ProxySettings(
                    1,
                    s.requestBodyLimitInBytes(),
                    s.connectTimeout(),
                    s.responseTimeout(),
                    1,
                    1,
                    1,
                    s.retryAfter(),
                    s.lingering()))) {
      HttpResponse<?>[] second = new HttpResponse<?>[1];
      small.authority =
          question -> {
            if (second[0] == null) {
              second[0] = small.send(small.request("/files/b"));
            }
            return small.published(question);
          };

      HttpResponse<byte[]> first = small.send(small.request("/files/a"));

      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(second[0].statusCode()).isEqualTo(503);
      assertThat(small.counters.getTooMany()).isEqualTo(1);
    }
  }
}
