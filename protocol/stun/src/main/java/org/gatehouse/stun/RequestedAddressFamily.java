package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * REQUESTED-ADDRESS-FAMILY (RFC 8656 §18.6): the one family that the client wants relayed.
 *
 * @param family the octet as sent, known or not
 */
public record RequestedAddressFamily(int family) implements Attribute {

  static RequestedAddressFamily decode(ByteBuffer value) throws StunFormatException {
    Values.length(value, Integer.BYTES, "REQUESTED-ADDRESS-FAMILY", "RFC 8656 §18.6");
    return new RequestedAddressFamily(value.get() & 0xFF);
  }

  @Override
  public AttributeType type() {
    return AttributeType.REQUESTED_ADDRESS_FAMILY;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return Values.firstOfFour(family);
  }
}
