package org.gatehouse.web.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message here has a second request in it for readers that end the first one early. */
class FramingTest {
  private static final String SMUGGLED = "GET /files/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

  private final Perimeter perimeter = new Perimeter();

  @AfterEach
  void close() {
    perimeter.close();
  }

  private String post(String fields, String content) {
    return perimeter.raw(
        "POST /inbox/a HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n\r\n" + content + SMUGGLED);
  }

  private void refusedAndClosed(String response, String status) {
    assertThat(response).startsWith("HTTP/1.1 " + status);
    assertThat(response.split("HTTP/1\\.1 [0-9]{3} ", -1)).as("one answer").hasSize(2);
    assertThat(perimeter.asked).isEmpty();
  }

  @Test
  @Spec("RFC 9112 §6.1")
  void refusesAContentLengthBesideATransferEncoding() {
    refusedAndClosed(post("Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n"), "400");
  }

  @Test
  @Spec("RFC 9112 §6.1")
  void refusesATransferEncodingBesideAContentLength() {
    refusedAndClosed(post("Transfer-Encoding: chunked\r\nContent-Length: 5", "0\r\n\r\n"), "400");
  }

  @ParameterizedTest
  @Spec("RFC 9112 §6.3")
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: 5\r\nContent-Length: 5",
        "Content-Length: 5, 5",
        "Content-Length: +5",
        "Content-Length: 0x5",
        "Content-Length: -5",
        "Content-Length: 99999999999999999999",
        "Content-Length: 5 5"
      })
  void refusesALengthThatIsNotOneNumber(String fields) {
    refusedAndClosed(post(fields, "hello"), "400");
  }

  @ParameterizedTest
  @Spec("RFC 9112 §6.1")
  @ValueSource(
      strings = {
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: \"chunked\""
      })
  void implementsNoCodingButChunked(String fields) {
    assertThat(post(fields + "\r\nConnection: close", "0\r\n\r\n")).startsWith("HTTP/1.1 501");
    assertThat(perimeter.asked).isEmpty();
  }

  @ParameterizedTest
  @Spec("RFC 9112 §6.1")
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"
      })
  void refusesACodingSaidTwice(String fields) {
    refusedAndClosed(post(fields, "0\r\n\r\n"), "400");
  }

  @Test
  @Spec("RFC 9112 §6.1")
  void refusesATransferEncodingOfHttp10() {
    String response =
        perimeter.raw(
            "POST /inbox/a HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");

    assertThat(response).matches("(?s)HTTP/1\\.[01] 400 .*");
    assertThat(perimeter.asked).isEmpty();
  }

  @ParameterizedTest
  @Spec("RFC 9112 §5.1")
  @ValueSource(
      strings = {
        "Transfer-Encoding : chunked",
        "Content-Length : 5",
        "X Y: 1",
        "X\u0001: 1",
        "X(: 1",
        " X: 1",
        "X: 1\r\n Y: 2"
      })
  void forwardsNoFieldNameThatIsNoToken(String fields) {
    post("Content-Length: 5\r\n" + fields + "\r\nConnection: close", "hello");

    for (Perimeter.Asked asked : perimeter.asked) {
      assertThat(asked.target()).isEqualTo("/inbox/a");
      assertThat(asked.headers().keySet()).allMatch(name -> name.matches("[A-Za-z-]+"));
      assertThat(asked.content()).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @Spec("RFC 9110 §5.5")
  @ValueSource(strings = {"a\u0000b", "a\u0001b", "a\u007fb"})
  void refusesAFieldValueWithAControlCharacter(String value) {
    String response = perimeter.get("/files/a", "X-Value: " + value);

    assertThat(perimeter.asked).isEmpty();
    assertThat(response).startsWith("HTTP/1.1 400 ");
  }

  @Test
  @Spec("RFC 9112 §9.3")
  void answersPipelinedRequestsInTheirOrder() {
    perimeter.insideAnswers = e -> e.getResponseSender().send("for " + e.getRequestURI());

    String responses =
        perimeter.lines(
            "GET /files/1 HTTP/1.1",
            "Host: x",
            "",
            "GET /secret HTTP/1.1",
            "Host: x",
            "",
            "GET /files/2 HTTP/1.1",
            "Host: x",
            "Connection: close",
            "");

    assertThat(responses).containsSubsequence("200 OK", "for /files/1", "404", "for /files/2");
    assertThat(perimeter.asked).hasSize(2);
  }
}
