package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * An attribute of a type that this codec does not know.
 *
 * @param octets the value as it came
 */
public record UnknownAttribute(AttributeType type, ByteBuffer octets) implements Attribute {

  public UnknownAttribute {
    octets = Values.view(octets);
  }

  @Override
  public ByteBuffer octets() {
    return octets.duplicate();
  }

  @Override
  public byte[] encode(TransactionId id) {
    return Values.copy(octets);
  }
}
