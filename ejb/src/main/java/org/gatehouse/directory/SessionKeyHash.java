package org.gatehouse.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How a conference session key is kept. A key has 256 random bits, so one plain hash is enough. */
public final class SessionKeyHash {
  private SessionKeyHash() {}

  /** Lower-case hexadecimal SHA-256 of the key's characters in UTF-8. */
  public static String of(String sessionKey) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(sessionKey.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
