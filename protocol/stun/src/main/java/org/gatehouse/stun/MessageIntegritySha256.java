package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * MESSAGE-INTEGRITY-SHA256 (RFC 8489 §14.6): HMAC-SHA256 over the message before it, perhaps
 * truncated.
 *
 * @param octets 16 to 32 octets, a multiple of four
 */
public record MessageIntegritySha256(ByteBuffer octets) implements Attribute {

  public MessageIntegritySha256 {
    octets = Values.view(octets);
    if (octets.remaining() < 16 || octets.remaining() > 32 || octets.remaining() % 4 != 0) {
      throw new IllegalArgumentException(
          "MESSAGE-INTEGRITY-SHA256 cannot have " + octets.remaining() + " octets");
    }
  }

  static MessageIntegritySha256 decode(ByteBuffer value) throws StunFormatException {
    ByteBuffer octets = value;
    if (octets.remaining() < 16 || octets.remaining() > 32 || octets.remaining() % 4 != 0) {
      throw new StunFormatException("MESSAGE-INTEGRITY-SHA256", value.position(), "RFC 8489 §14.6");
    }
    return new MessageIntegritySha256(octets);
  }

  @Override
  public ByteBuffer octets() {
    return octets.duplicate();
  }

  @Override
  public AttributeType type() {
    return AttributeType.MESSAGE_INTEGRITY_SHA256;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return Values.copy(octets);
  }
}
