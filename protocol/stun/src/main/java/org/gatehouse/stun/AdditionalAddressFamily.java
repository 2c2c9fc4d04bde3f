package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * ADDITIONAL-ADDRESS-FAMILY (RFC 8656 §18.11): IPv6 beside IPv4, in one allocation.
 *
 * @param family the octet as sent, known or not
 */
public record AdditionalAddressFamily(int family) implements Attribute {

  static AdditionalAddressFamily decode(ByteBuffer value) throws StunFormatException {
    Values.length(value, Integer.BYTES, "ADDITIONAL-ADDRESS-FAMILY", "RFC 8656 §18.11");
    return new AdditionalAddressFamily(value.get() & 0xFF);
  }

  @Override
  public AttributeType type() {
    return AttributeType.ADDITIONAL_ADDRESS_FAMILY;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return Values.firstOfFour(family);
  }
}
