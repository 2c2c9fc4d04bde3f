package org.gatehouse.sip.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.conformance.Spec;
import org.gatehouse.sip.SipFormatException;
import org.junit.jupiter.api.Test;

class DigestVectorsTest {
  private static final String RFC_7616 =
      "Digest username=\"Mufasa\", realm=\"http-auth@example.org\", uri=\"/dir/index.html\","
          + " algorithm=%s, nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
          + " nc=00000001, cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\", qop=auth,"
          + " response=\"%s\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
  private static final String RFC_2617 =
      "Digest username=\"Mufasa\", realm=\"testrealm@host.com\","
          + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", uri=\"/dir/index.html\", qop=auth,"
          + " nc=00000001, cnonce=\"0a4f113b\", response=\"6629fae49393a05397450978507c4ef1\"";

  private static byte[] ha1(DigestAlgorithm algorithm, String a1) {
    return algorithm.hash(a1.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @Spec("RFC 7616 §3.9.1")
  void provesTheExamplesOfRfc7616() throws Exception {
    String a1 = "Mufasa:http-auth@example.org:Circle of Life";
    Credentials md5 =
        Credentials.parse(RFC_7616.formatted("MD5", "8ca523f5e9506fed4657c9700eebdbec"));
    Credentials sha =
        Credentials.parse(
            RFC_7616.formatted(
                "SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"));
    assertThat(DigestVerification.verify(md5, "GET", ha1(DigestAlgorithm.MD5, a1))).isTrue();
    assertThat(DigestVerification.verify(sha, "GET", ha1(DigestAlgorithm.SHA_256, a1))).isTrue();
    assertThat(DigestVerification.verify(sha, "PUT", ha1(DigestAlgorithm.SHA_256, a1))).isFalse();
    assertThat(DigestVerification.verify(sha, "GET", ha1(DigestAlgorithm.MD5, a1))).isFalse();
  }

  @Test
  @Spec("RFC 2617 §3.5")
  void provesTheExampleOfRfc2617() throws Exception {
    byte[] ha1 = ha1(DigestAlgorithm.MD5, "Mufasa:testrealm@host.com:Circle Of Life");
    assertThat(DigestVerification.verify(Credentials.parse(RFC_2617), "GET", ha1)).isTrue();
  }

  @Test
  @Spec("RFC 7616 §3.4")
  void refusesMalformedCredentials() {
    for (String value :
        new String[] {
          "",
          "Basic YTpi",
          "Digest ",
          "Digest username=\"a",
          RFC_2617 + ", qop=auth",
          RFC_2617 + ",",
          RFC_2617.replace("realm=\"testrealm@host.com\",", ""),
          RFC_2617 + ", x=\"\\"
        }) {
      assertThatThrownBy(() -> Credentials.parse(value)).isInstanceOf(SipFormatException.class);
    }
  }

  @Test
  @Spec("RFC 8760 §2.3")
  void offersTheStrongestAlgorithmFirst() {
    assertThat(new Challenge("example.org", "n", true).headerValues())
        .containsExactly(
            "Digest realm=\"example.org\", nonce=\"n\", algorithm=SHA-256, qop=\"auth\", stale=true",
            "Digest realm=\"example.org\", nonce=\"n\", algorithm=MD5, qop=\"auth\", stale=true");
  }

  @Test
  @Spec("RFC 7616 §3.3")
  void tellsFreshStaleAndForeignNonces() {
    Instant now = Instant.parse("2024-01-01T00:00:00Z");
    Nonce nonce = new Nonce(new byte[32], Duration.ofMinutes(5));
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;
    String issued = nonce.issue(now);
    assertThat(nonce.check(issued, now.plusSeconds(300))).isEqualTo(Nonce.Freshness.FRESH);
    assertThat(nonce.check(issued, now.plusSeconds(301))).isEqualTo(Nonce.Freshness.STALE);
    assertThat(nonce.check("x".repeat(32), now)).isEqualTo(Nonce.Freshness.FOREIGN);
    assertThat(nonce.check("?".repeat(32), now)).isEqualTo(Nonce.Freshness.FOREIGN);
    assertThat(new Nonce(otherKey, Duration.ofMinutes(5)).check(issued, now))
        .isEqualTo(Nonce.Freshness.FOREIGN);
  }
}
