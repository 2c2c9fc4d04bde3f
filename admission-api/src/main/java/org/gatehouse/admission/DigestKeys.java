package org.gatehouse.admission;

import java.util.Arrays;

/**
 * The digests of {@code user:realm:password} that SIP Digest calls H(A1) (RFC 7616 §3.4.2) and STUN
 * calls the long-term credential key (RFC 8489 §9.2.2).
 *
 * <p>The arrays are secrets: the holder calls {@link #wipe} when done. {@code equals} compares
 * identity only, and {@code toString} shows nothing.
 */
public final class DigestKeys {
  private final byte[] md5;
  private final byte[] sha256;

  /**
   * Takes ownership of both arrays.
   *
   * @param md5 16 bytes
   * @param sha256 32 bytes
   */
  public DigestKeys(byte[] md5, byte[] sha256) {
    if (md5.length != 16 || sha256.length != 32) {
      throw new IllegalArgumentException(
          "digests of 16 and 32 bytes expected, not " + md5.length + " and " + sha256.length);
    }
    this.md5 = md5;
    this.sha256 = sha256;
  }

  /** A copy of MD5(user:realm:password), 16 bytes. */
  public byte[] md5() {
    return md5.clone();
  }

  /** A copy of SHA-256(user:realm:password), 32 bytes. */
  public byte[] sha256() {
    return sha256.clone();
  }

  /** Overwrites both digests with zeros. */
  public void wipe() {
    Arrays.fill(md5, (byte) 0);
    Arrays.fill(sha256, (byte) 0);
  }

  @Override
  public String toString() {
    return "DigestKeys[hidden]";
  }
}
