package org.gatehouse.sip.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The digest algorithms that we offer, strongest first (RFC 8760 §2.3). */
public enum DigestAlgorithm {
  SHA_256("SHA-256", 32),
  MD5("MD5", 16);

  private final String token;
  private final int lengthInBytes;

  DigestAlgorithm(String token, int lengthInBytes) {
    this.token = token;
    this.lengthInBytes = lengthInBytes;
  }

  /** The algorithm that {@code token} names, in any case. */
  public static Optional<DigestAlgorithm> of(String token) {
    for (DigestAlgorithm algorithm : values()) {
      if (algorithm.token.equalsIgnoreCase(token)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** The word on the wire. */
  public String token() {
    return token;
  }

  /** 32 for SHA-256, 16 for MD5. */
  public int lengthInBytes() {
    return lengthInBytes;
  }

  /** The hash of {@code octets}. */
  public byte[] hash(byte[] octets) {
    try {
      return MessageDigest.getInstance(token).digest(octets);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + token, e);
    }
  }
}
