package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * SOFTWARE (RFC 8489 §14.14): what the sender says it is; of no meaning for the protocol.
 *
 * @param text UTF-8, at most 763 octets
 */
public record Software(String text) implements Attribute {
  private static final int MOST_OCTETS = 763;

  public Software {
    Values.octets(text, MOST_OCTETS, "SOFTWARE");
  }

  static Software decode(ByteBuffer value) throws StunFormatException {
    return new Software(Values.text(value, MOST_OCTETS, "SOFTWARE", "RFC 8489 §14.14"));
  }

  @Override
  public AttributeType type() {
    return AttributeType.SOFTWARE;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return Values.octets(text, MOST_OCTETS, "SOFTWARE");
  }
}
