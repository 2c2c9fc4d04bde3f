package org.gatehouse.stun;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The two ways to prove a message (RFC 8489 §14.5 and §14.6). */
public enum IntegrityAlgorithm {
  /** MESSAGE-INTEGRITY. */
  HMAC_SHA1("HmacSHA1", 20),
  /** MESSAGE-INTEGRITY-SHA256. */
  HMAC_SHA256("HmacSHA256", 32);

  private final String mac;
  private final int lengthInBytes;

  IntegrityAlgorithm(String mac, int lengthInBytes) {
    this.mac = mac;
    this.lengthInBytes = lengthInBytes;
  }

  AttributeType type() {
    return this == HMAC_SHA1
        ? AttributeType.MESSAGE_INTEGRITY
        : AttributeType.MESSAGE_INTEGRITY_SHA256;
  }

  int lengthInBytes() {
    return lengthInBytes;
  }

  Attribute attribute(byte[] hmac) {
    ByteBuffer octets = ByteBuffer.wrap(hmac);
    return this == HMAC_SHA1 ? new MessageIntegrity(octets) : new MessageIntegritySha256(octets);
  }

  /**
   * The HMAC over the octets before the attribute.
   *
   * @param offset where the attribute starts
   * @param valueLength the length of its value, which the length field of the header must count
   */
  byte[] hmac(byte[] message, int offset, int valueLength, byte[] key) {
    try {
      Mac hmac = Mac.getInstance(mac);
      hmac.init(new SecretKeySpec(key, mac));
      int counted = offset - StunMessage.HEADER_IN_BYTES + 2 * Short.BYTES + valueLength;
      hmac.update(message, 0, 2);
      hmac.update((byte) (counted >> 8));
      hmac.update((byte) counted);
      hmac.update(message, 4, offset - 4);
      return hmac.doFinal();
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + mac, e);
    }
  }
}
