package org.gatehouse.turn;

import java.util.Arrays;
import org.gatehouse.stun.PasswordAlgorithm;

/**
 * The keys of one user in one realm (RFC 8489 §9.2.2), one for each password algorithm. The arrays
 * are secrets: the holder calls {@link #wipe} when done.
 */
public final class LongTermKeys {
  private final byte[] md5;
  private final byte[] sha256;

  /** Takes ownership of both arrays: 16 and 32 octets. */
  public LongTermKeys(byte[] md5, byte[] sha256) {
    if (md5.length != 16 || sha256.length != 32) {
      throw new IllegalArgumentException("keys of 16 and 32 octets expected");
    }
    this.md5 = md5;
    this.sha256 = sha256;
  }

  /** A copy of the key that this algorithm makes. */
  byte[] key(PasswordAlgorithm algorithm) {
    return (algorithm.equals(PasswordAlgorithm.SHA_256) ? sha256 : md5).clone();
  }

  /** Overwrites both keys with zeros. */
  public void wipe() {
    Arrays.fill(md5, (byte) 0);
    Arrays.fill(sha256, (byte) 0);
  }

  @Override
  public String toString() {
    return "LongTermKeys[hidden]";
  }
}
