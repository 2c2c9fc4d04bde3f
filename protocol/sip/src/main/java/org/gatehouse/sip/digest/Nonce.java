package org.gatehouse.sip.digest;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and checks nonces without keeping any (RFC 7616 §3.3): eight octets of time in milliseconds
 * and 16 of HMAC-SHA256 over them, in base64url.
 */
public final class Nonce {
  /** What a nonce that came back is worth. */
  public enum Freshness {
    FRESH,
    STALE,
    FOREIGN
  }

  private static final int SEAL_LENGTH_IN_BYTES = 16;

  private final SecretKeySpec key;
  private final Duration lifetime;

  /**
   * @param key at least 32 octets, the same on all nodes
   * @param lifetime after which a nonce is stale
   */
  public Nonce(byte[] key, Duration lifetime) {
    if (key.length < 32) {
      throw new IllegalArgumentException("the key needs 32 octets");
    }
    this.key = new SecretKeySpec(key, "HmacSHA256");
    this.lifetime = lifetime;
  }

  public String issue(Instant now) {
    byte[] time = ByteBuffer.allocate(8).putLong(now.toEpochMilli()).array();
    byte[] whole = ByteBuffer.allocate(24).put(time).put(seal(time)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  public Freshness check(String nonce, Instant now) {
    byte[] whole;
    try {
      whole = nonce.length() == 32 ? Base64.getUrlDecoder().decode(nonce) : new byte[0];
    } catch (IllegalArgumentException e) {
      return Freshness.FOREIGN;
    }
    if (whole.length != 24) {
      return Freshness.FOREIGN;
    }
    byte[] time = Arrays.copyOf(whole, 8);
    if (!MessageDigest.isEqual(seal(time), Arrays.copyOfRange(whole, 8, 24))) {
      return Freshness.FOREIGN;
    }
    long age = now.toEpochMilli() - ByteBuffer.wrap(time).getLong();
    return age <= lifetime.toMillis() ? Freshness.FRESH : Freshness.STALE;
  }

  private byte[] seal(byte[] time) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(time), SEAL_LENGTH_IN_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
