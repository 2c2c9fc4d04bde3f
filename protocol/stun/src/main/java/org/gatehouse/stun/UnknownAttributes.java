package org.gatehouse.stun;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** UNKNOWN-ATTRIBUTES (RFC 8489 §14.13): what a 420 response did not understand. */
public record UnknownAttributes(List<AttributeType> types) implements Attribute {

  public UnknownAttributes {
    types = List.copyOf(types);
  }

  static UnknownAttributes decode(ByteBuffer value) throws StunFormatException {
    if (value.remaining() % Short.BYTES != 0) {
      throw new StunFormatException("UNKNOWN-ATTRIBUTES", value.position(), "RFC 8489 §14.13");
    }
    List<AttributeType> types = new ArrayList<>();
    while (value.hasRemaining()) {
      types.add(AttributeType.of(value.getShort() & 0xFFFF));
    }
    return new UnknownAttributes(types);
  }

  @Override
  public AttributeType type() {
    return AttributeType.UNKNOWN_ATTRIBUTES;
  }

  @Override
  public byte[] encode(TransactionId id) {
    ByteBuffer value = ByteBuffer.allocate(types.size() * Short.BYTES);
    types.forEach(type -> value.putShort((short) type.value()));
    return value.array();
  }
}
