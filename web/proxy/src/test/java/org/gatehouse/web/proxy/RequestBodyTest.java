package org.gatehouse.web.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestBodyTest {
  private static final int LIMIT = 1 << 20;

  private final Perimeter perimeter = new Perimeter();

  @AfterEach
  void close() {
    perimeter.close();
  }

  @Test
  void forwardsContentOfExactlyTheLimit() {
    HttpResponse<byte[]> response =
        perimeter.send(
            perimeter.request("/inbox/a").POST(BodyPublishers.ofByteArray(new byte[LIMIT])));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(perimeter.asked.get(0).content()).hasSize(LIMIT);
  }

  @Test
  @Spec("RFC 9110 §15.5.14")
  void refusesADeclaredLengthOverTheLimitBeforeTheInsideIsAsked() {
    HttpResponse<byte[]> response =
        perimeter.send(
            perimeter.request("/inbox/a").POST(BodyPublishers.ofByteArray(new byte[LIMIT + 1])));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(perimeter.asked).isEmpty();
    assertThat(perimeter.counters.getTooLarge()).isEqualTo(1);
  }

  @Test
  @Spec("RFC 9110 §15.5.14")
  void refusesALengthThatTheClientOnlyAnnounces() {
    String response =
        perimeter.lines(
            "POST /inbox/a HTTP/1.1",
            "Host: x",
            "Content-Length: 999999999",
            "Expect: 100-continue",
            "");

    assertThat(response).startsWith("HTTP/1.1 413 ").contains("Connection: close");
    assertThat(perimeter.asked).isEmpty();
  }

  @Test
  @Spec("RFC 9110 §15.5.14")
  void stopsChunkedContentThatPassesTheLimit() throws Exception {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    String response =
        perimeter.raw(
            "POST /inbox/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk.repeat(17)
                + "0\r\n\r\n");

    assertThat(response).startsWith("HTTP/1.1 413 ");
    assertThat(perimeter.brokenOff.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(perimeter.asked.isEmpty()).isTrue();
    assertThat(perimeter.counters.getTooLarge()).isEqualTo(1);
  }

  @Test
  @Spec("RFC 9112 §8")
  void doesNotCompleteChunkedContentThatTheClientBreaksOff() throws Exception {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), perimeter.port())) {
      String part =
          "POST /inbox/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n";
      client.getOutputStream().write(part.getBytes(US_ASCII));
      client.shutdownOutput();

      assertThat(perimeter.brokenOff.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(perimeter.asked).isEmpty();
  }

  @Test
  void forwardsChunkedContentUnderTheLimit() {
    HttpResponse<byte[]> response =
        perimeter.send(
            perimeter
                .request("/inbox/a")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[LIMIT - 1]))));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(perimeter.asked.get(0).content()).hasSize(LIMIT - 1);
    assertThat(perimeter.asked.get(0).header("Transfer-Encoding")).isEqualTo("chunked");
  }
}
