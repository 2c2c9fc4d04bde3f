package org.gatehouse.web.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

  @ParameterizedTest
  @Spec("RFC 3986 §2.1")
  @CsvSource({
    "/, /",
    "/files/a, /files/a",
    "/files/, /files/",
    "/files/a%20b, /files/a b",
    "/files/%C3%A4, /files/ä",
    "/files/100%25, /files/100%",
    "/files/a;v=1, /files/a;v=1",
    "/files/..a, /files/..a",
    "/files/a..b/.well-known, /files/a..b/.well-known"
  })
  void decodesOnceAndKeepsTheRawPath(String raw, String decoded) throws Exception {
    RequestPath path = RequestPath.of(raw);

    assertThat(path.decoded()).isEqualTo(decoded);
    assertThat(path.raw()).isEqualTo(raw);
  }

  @ParameterizedTest
  @Spec("RFC 3986 §5.2.4")
  @ValueSource(
      strings = {
        "/..",
        "/.",
        "/files/../secret",
        "/files/./a",
        "/files/..",
        "/files/%2e%2e/secret",
        "/files/.%2E/secret",
        "/files/..;/secret",
        "/files/%2e%2e%3bx=1/secret",
        "/files/.;x/a"
      })
  void refusesDotSegmentsInEveryDisguise(String raw) {
    refuses(raw);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/files/%252e%252e/secret",
        "/files/%25%32%65",
        "/files%2fsecret",
        "/files%2Fsecret",
        "/files/..%5csecret",
        "/files\\secret",
        "/files/a%00.txt",
        "/files/a%0d%0aX:y",
        "/files/a%7f",
        "//secret",
        "/files//secret",
        "/files/;x/secret"
      })
  void refusesWhatAnInsideServerCouldReadDifferently(String raw) {
    refuses(raw);
  }

  @ParameterizedTest
  @Spec("RFC 3986 §2.1")
  @ValueSource(strings = {"/a%", "/a%2", "/a%zz", "/a%+1", "/a b", "/ä", "/a#b", "files", "", "*"})
  void refusesWhatIsNoPath(String raw) {
    refuses(raw);
  }

  @ParameterizedTest
  @Spec("RFC 3629 §3")
  @ValueSource(strings = {"/%c0%ae%c0%ae/", "/%c0%af", "/%ff", "/%ed%a0%80", "/%c3"})
  void refusesEscapesThatAreNotShortestFormUtf8(String raw) {
    refuses(raw);
  }

  @Test
  void readsEveryPathOfOneOctetOrRefusesIt() {
    int read = 0;
    for (int octet = 0; octet < 256; octet++) {
      try {
        String decoded = RequestPath.of("/x%%%02x".formatted(octet)).decoded();
        assertThat(decoded).isEqualTo("/x" + (char) octet);
        read++;
      } catch (RequestPathFormatException e) {
        assertThat(octet < ' ' || octet >= 0x7f || octet == '/' || octet == '\\').isTrue();
      }
    }
    assertThat(read).isEqualTo(0x7f - 0x20 - 2);
  }

  private static void refuses(String raw) {
    assertThatExceptionOfType(RequestPathFormatException.class)
        .isThrownBy(() -> RequestPath.of(raw));
  }
}
