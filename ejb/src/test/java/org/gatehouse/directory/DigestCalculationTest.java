package org.gatehouse.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Test;

class DigestCalculationTest {
  private static final AddressOfRecord MUFASA = new AddressOfRecord("Mufasa", "example.org");
  private static final String REALM = "http-auth@example.org";

  /** What stands between H(A1) and H(A2) in the example of RFC 7616 §3.9.1. */
  private static final String NONCES =
      ":7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v:00000001"
          + ":f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ:auth:";

  private final UserDigest digest =
      DigestCalculation.of(MUFASA, REALM, "Circle of Life".toCharArray()).get(0);

  private static String hash(String algorithm, String text) throws Exception {
    return hex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
  }

  private static String hex(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }

  private static String response(String algorithm, byte[] a1) throws Exception {
    return hash(algorithm, hex(a1) + NONCES + hash(algorithm, "GET:/dir/index.html"));
  }

  @Test
  @Spec("RFC 7616 §3.9.1")
  void provesThePasswordOfThePublishedExampleByMd5() throws Exception {
    assertThat(digest.username()).isEqualTo("Mufasa");
    assertThat(response("MD5", digest.md5())).isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
  }

  @Test
  @Spec("RFC 7616 §3.9.1")
  void provesThePasswordOfThePublishedExampleBySha256() throws Exception {
    assertThat(response("SHA-256", digest.sha256()))
        .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
  }

  @Test
  @Spec("RFC 7616 §3.4.2")
  void hashesThePasswordInUtf8() throws Exception {
    UserDigest accented =
        DigestCalculation.of(MUFASA, REALM, "gr\u00fc\u00df \ud83d\ude00".toCharArray()).get(1);

    assertThat(accented.username()).isEqualTo("Mufasa@example.org");
    assertThat(hex(accented.sha256()))
        .isEqualTo(
            hash(
                "SHA-256", "Mufasa@example.org:http-auth@example.org:gr\u00fc\u00df \ud83d\ude00"));
  }
}
