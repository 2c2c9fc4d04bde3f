package org.gatehouse.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is kept of a password: MD5 and SHA-256 of {@code username ":" realm ":" password}, in UTF-8
 * (H(A1) of RFC 7616 §3.4.2, the long-term credential key of RFC 8489 §9.2.2).
 *
 * <p>The user name is part of the digest as the client spells it, so each user has the digests of
 * both accepted spellings, {@code user} and {@code user@domain}.
 */
final class DigestCalculation {
  private static final int UTF8_BYTES_PER_CHAR = 3;

  private DigestCalculation() {}

  /** The digests of both spellings. The password is only read: the caller wipes it. */
  static List<UserDigest> of(AddressOfRecord aor, String realm, char[] password) {
    return Stream.of(aor.username(), aor.toString())
        .map(
            username ->
                new UserDigest(
                    realm,
                    username,
                    digest("MD5", username + ":" + realm + ":", password),
                    digest("SHA-256", username + ":" + realm + ":", password)))
        .toList();
  }

  private static byte[] digest(String algorithm, String prefix, char[] password) {
    byte[] secret = new byte[Math.multiplyExact(password.length, UTF8_BYTES_PER_CHAR)];
    ByteBuffer encoded = ByteBuffer.wrap(secret);
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(prefix.getBytes(UTF_8));
      UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .encode(CharBuffer.wrap(password), encoded, true);
      digest.update(encoded.flip());
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
