package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * MESSAGE-INTEGRITY (RFC 8489 §14.5): HMAC-SHA1 over the message before it.
 *
 * @param octets 20 octets
 */
public record MessageIntegrity(ByteBuffer octets) implements Attribute {

  public MessageIntegrity {
    octets = Values.view(octets);
    if (octets.remaining() != 20) {
      throw new IllegalArgumentException(
          "MESSAGE-INTEGRITY cannot have " + octets.remaining() + " octets");
    }
  }

  static MessageIntegrity decode(ByteBuffer value) throws StunFormatException {
    ByteBuffer octets = value;
    if (octets.remaining() != 20) {
      throw new StunFormatException("MESSAGE-INTEGRITY", value.position(), "RFC 8489 §14.5");
    }
    return new MessageIntegrity(octets);
  }

  @Override
  public ByteBuffer octets() {
    return octets.duplicate();
  }

  @Override
  public AttributeType type() {
    return AttributeType.MESSAGE_INTEGRITY;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return Values.copy(octets);
  }
}
