package org.gatehouse.web.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client of HTTP/2 and an inside of HTTP/1.1. */
class Http2Test {
  private final Perimeter perimeter = new Perimeter(HttpClient.Version.HTTP_2);

  @BeforeEach
  void upgrade() {
    assertThat(perimeter.send(perimeter.request("/files/first")).version())
        .isEqualTo(HttpClient.Version.HTTP_2);
  }

  @AfterEach
  void close() {
    perimeter.close();
  }

  @Test
  @Spec("RFC 9113 §8.2.2")
  void relaysAnAnswerWithoutFieldsOfTheConnection() {
    perimeter.insideAnswers =
        e -> {
          e.getOutputStream().write("chunk".getBytes(UTF_8));
          e.getOutputStream().flush();
          e.getOutputStream().write("chunk".getBytes(UTF_8));
        };

    HttpResponse<byte[]> response = perimeter.send(perimeter.request("/files/a?b=c"));

    assertThat(new String(response.body(), UTF_8)).isEqualTo("chunkchunk");
    assertThat(response.headers().map())
        .doesNotContainKeys("connection", "transfer-encoding", "keep-alive");
    assertThat(perimeter.asked.get(1).target()).isEqualTo("/files/a?b=c");
    assertThat(perimeter.asked.get(1).header("Via")).startsWith("2.0 gatehouse-");
  }

  @Test
  @Spec("RFC 9110 §15.5.5")
  void refusesWhatIsNotPublished() {
    HttpResponse<byte[]> response = perimeter.send(perimeter.request("/secret"));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
  }

  @Test
  void forwardsContentWithoutLength() {
    HttpResponse<byte[]> response =
        perimeter.send(
            perimeter
                .request("/inbox/a")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[100_000]))));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(perimeter.asked.get(1).content()).hasSize(100_000);
    assertThat(perimeter.asked.get(1).header("Transfer-Encoding")).isEqualTo("chunked");
  }

  @Test
  @Spec("RFC 9110 §15.5.14")
  void refusesContentOverTheLimit() {
    HttpResponse<byte[]> response =
        perimeter.send(
            perimeter
                .request("/inbox/a")
                .POST(BodyPublishers.ofByteArray(new byte[(1 << 20) + 1])));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(perimeter.asked).hasSize(1);
  }
}
