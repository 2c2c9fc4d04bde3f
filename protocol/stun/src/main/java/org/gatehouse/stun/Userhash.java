package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * USERHASH (RFC 8489 §14.4): SHA-256 of {@code username:realm}, in place of USERNAME.
 *
 * @param octets 32 octets
 */
public record Userhash(ByteBuffer octets) implements Attribute {

  public Userhash {
    octets = Values.view(octets);
    if (octets.remaining() != 32) {
      throw new IllegalArgumentException("USERHASH cannot have " + octets.remaining() + " octets");
    }
  }

  static Userhash decode(ByteBuffer value) throws StunFormatException {
    ByteBuffer octets = value;
    if (octets.remaining() != 32) {
      throw new StunFormatException("USERHASH", value.position(), "RFC 8489 §14.4");
    }
    return new Userhash(octets);
  }

  @Override
  public ByteBuffer octets() {
    return octets.duplicate();
  }

  @Override
  public AttributeType type() {
    return AttributeType.USERHASH;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return Values.copy(octets);
  }
}
