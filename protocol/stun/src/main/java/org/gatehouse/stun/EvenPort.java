package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * EVEN-PORT (RFC 8656 §18.7): the relayed port shall be even.
 *
 * @param reserveNext the R bit: the next higher port shall be held for another allocation
 */
public record EvenPort(boolean reserveNext) implements Attribute {
  private static final int R = 0x80;

  static EvenPort decode(ByteBuffer value) throws StunFormatException {
    Values.length(value, 1, "EVEN-PORT", "RFC 8656 §18.7");
    return new EvenPort((value.get() & R) != 0);
  }

  @Override
  public AttributeType type() {
    return AttributeType.EVEN_PORT;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return new byte[] {(byte) (reserveNext ? R : 0)};
  }
}
