package org.gatehouse.demo;

import java.security.SecureRandom;

/** Tags, branches, passwords and names that nobody has used before. */
final class Randoms {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Randoms() {}

  /** Lower-case letters and digits. */
  static String token(int length) {
    StringBuilder token = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      token.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return token.toString();
  }

  static byte[] octets(int length) {
    byte[] octets = new byte[length];
    RANDOM.nextBytes(octets);
    return octets;
  }

  static SecureRandom source() {
    return RANDOM;
  }
}
