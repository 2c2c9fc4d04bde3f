package org.gatehouse.stun;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * FINGERPRINT (RFC 8489 §14.7): the CRC-32 of the message before it, XORed with 0x5354554E; always
 * the last attribute.
 *
 * @param value the 32 bits as sent
 */
public record Fingerprint(int value) implements Attribute {
  private static final int XOR = 0x5354554E;

  static Fingerprint decode(ByteBuffer value) throws StunFormatException {
    Values.length(value, Integer.BYTES, "FINGERPRINT", "RFC 8489 §14.7");
    return new Fingerprint(value.getInt());
  }

  /** Over the first {@code length} octets, whose length field already counts this attribute. */
  static Fingerprint over(byte[] message, int length) {
    CRC32 crc = new CRC32();
    crc.update(message, 0, length);
    return new Fingerprint((int) crc.getValue() ^ XOR);
  }

  @Override
  public AttributeType type() {
    return AttributeType.FINGERPRINT;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(0, value).array();
  }
}
