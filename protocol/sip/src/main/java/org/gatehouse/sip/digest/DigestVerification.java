package org.gatehouse.sip.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Proves credentials against H(A1) (RFC 7616 §3.4.1, RFC 3261 §22.4). */
public final class DigestVerification {
  private DigestVerification() {}

  /**
   * Whether the response is right for qop {@code auth}, which our challenges ask for, in time that
   * does not depend on where it is wrong. The nonce and the realm are the caller's to check.
   *
   * @param method of the request
   * @param ha1 H(username:realm:password), 16 or 32 octets as the algorithm has it
   */
  public static boolean verify(Credentials credentials, String method, byte[] ha1) {
    Optional<DigestAlgorithm> named = DigestAlgorithm.of(credentials.algorithm());
    if (named.isEmpty()
        || ha1.length != named.get().lengthInBytes()
        || !credentials.qop().equalsIgnoreCase("auth")
        || !credentials.nc().matches("[0-9a-fA-F]{8}")
        || credentials.cnonce().isEmpty()) {
      return false;
    }
    DigestAlgorithm algorithm = named.get();
    HexFormat hex = HexFormat.of();
    String ha2 = hex.formatHex(algorithm.hash(octets(method + ":" + credentials.uri())));
    String data =
        String.join(
            ":",
            hex.formatHex(ha1),
            credentials.nonce(),
            credentials.nc(),
            credentials.cnonce(),
            credentials.qop(),
            ha2);
    String expected = hex.formatHex(algorithm.hash(octets(data)));
    String response = credentials.response().toLowerCase(Locale.ROOT);
    return MessageDigest.isEqual(octets(expected), octets(response));
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
