package org.gatehouse.web.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseHeadersTest {

  @ParameterizedTest
  @Spec("RFC 9110 §10.2.2")
  @CsvSource({
    "http://inside:8080/base, http://inside:8080/base/files/b, /files/b",
    "http://inside:8080/base/, http://INSIDE:8080/base/files/b?c=d#e, /files/b?c=d#e",
    "http://inside:8080/base, http://inside:8080/base, /",
    "http://inside:8080/base, http://inside:8080, /",
    "http://inside:8080/base, http://inside:8080/basement, /basement",
    "http://inside:8080/base, /base/files/b, /files/b",
    "http://inside:8080/base, //inside:8080/base/files/b, /files/b",
    "http://inside, http://inside:80/files/a%20b, /files/a%20b",
    "https://inside, https://inside:443/files/b, /files/b"
  })
  void aReferenceToTheTargetIsMadeOurs(URI target, String reference, String outside) {
    assertThat(ResponseHeaders.outside(reference, target)).isEqualTo(outside);
  }

  @ParameterizedTest
  @CsvSource({
    "http://inside/base, http://elsewhere/base/b",
    "http://inside/base, https://inside/base/b",
    "http://inside/base, http://inside:8080/base/b",
    "http://inside/base, next",
    "http://inside/base, ?page=2",
    "http://inside/base, mailto:a@b",
    "http://inside/base, http://inside bad"
  })
  void anyOtherReferenceStays(URI target, String reference) {
    assertThat(ResponseHeaders.outside(reference, target)).isEqualTo(reference);
  }
}
