package org.gatehouse.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The vectors of RFC 5769 and RFC 8489 Appendix B, where the test data directory is present. */
class PublishedVectorsTest {
  private static final byte[] SHORT_TERM =
      "VOkJxbRl1RmTxUk/WvJxBt".getBytes(StandardCharsets.US_ASCII);
  private static final String MATRIX = "\u30DE\u30C8\u30EA\u30C3\u30AF\u30B9";

  private static StunMessage vector(String folder, String name) throws Exception {
    Path file = Path.of(System.getProperty("gatehouse.testdata", "absent"), folder, name);
    Assumptions.assumeTrue(Files.isRegularFile(file), "no test data " + folder + "/" + name);
    return StunMessage.decode(ByteBuffer.wrap(Files.readAllBytes(file)));
  }

  @Test
  @Spec("RFC 8489 §14.5")
  @Spec("RFC 8489 §14.7")
  void verifiesTheSampleRequest() throws Exception {
    StunMessage request = vector("rfc5769", "2.1-sample-request.bin");
    assertThat(request.messageClass()).isEqualTo(MessageClass.REQUEST);
    assertThat(request.method()).isEqualTo(Method.BINDING);
    assertThat(request.first(Username.class)).contains(new Username("evtj:h6vY"));
    assertThat(request.first(Software.class)).contains(new Software("STUN test client"));
    assertThat(request.has(Fingerprint.class)).isTrue();
    assertThat(request.verify(IntegrityAlgorithm.HMAC_SHA1, SHORT_TERM)).isTrue();
    assertThat(request.verify(IntegrityAlgorithm.HMAC_SHA1, new byte[] {1})).isFalse();
  }

  @Test
  @Spec("RFC 8489 §14.2")
  void readsTheMappedAddressOfTheIpv4Response() throws Exception {
    StunMessage response = vector("rfc5769", "2.2-sample-ipv4-response.bin");
    assertThat(response.messageClass()).isEqualTo(MessageClass.SUCCESS_RESPONSE);
    assertThat(response.first(XorMappedAddress.class))
        .contains(new XorMappedAddress(new InetSocketAddress("192.0.2.1", 32853)));
    assertThat(response.verify(IntegrityAlgorithm.HMAC_SHA1, SHORT_TERM)).isTrue();
  }

  @Test
  @Spec("RFC 8489 §14.2")
  void readsTheMappedAddressOfTheIpv6Response() throws Exception {
    StunMessage response = vector("rfc5769", "2.3-sample-ipv6-response.bin");
    assertThat(response.first(XorMappedAddress.class))
        .contains(
            new XorMappedAddress(
                new InetSocketAddress("2001:db8:1234:5678:11:2233:4455:6677", 32853)));
    assertThat(response.verify(IntegrityAlgorithm.HMAC_SHA1, SHORT_TERM)).isTrue();
  }

  @Test
  @Spec("RFC 8489 §9.2.2")
  void verifiesTheLongTermCredentialOfTheSampleRequest() throws Exception {
    StunMessage request = vector("rfc5769", "2.4-sample-request-long-term-auth.bin");
    assertThat(request.first(Username.class)).contains(new Username(MATRIX));
    byte[] key = PasswordAlgorithm.MD5.key(MATRIX, "example.org", "TheMatrIX");
    assertThat(request.verify(IntegrityAlgorithm.HMAC_SHA1, key)).isTrue();
  }

  @Test
  @Spec("RFC 8489 §14.4")
  @Spec("RFC 8489 §14.6")
  void verifiesUserhashAndSha256OfAppendixB() throws Exception {
    StunMessage request = vector("rfc8489-b1", "b1-sha256-userhash.bin");
    assertThat(request.first(Userhash.class))
        .contains(PasswordAlgorithm.userhash(MATRIX, "example.org"));
    assertThat(request.first(PasswordAlgorithmAttribute.class))
        .contains(new PasswordAlgorithmAttribute(PasswordAlgorithm.SHA_256));
    byte[] key = PasswordAlgorithm.SHA_256.key(MATRIX, "example.org", "TheMatrIX");
    assertThat(request.verify(IntegrityAlgorithm.HMAC_SHA256, key)).isTrue();
    assertThat(request.verify(IntegrityAlgorithm.HMAC_SHA1, key)).isFalse();
  }
}
