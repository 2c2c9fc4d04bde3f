package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * USERNAME (RFC 8489 §14.3): who authenticates, as UTF-8 prepared with OpaqueString.
 *
 * @param text UTF-8, at most 508 octets
 */
public record Username(String text) implements Attribute {
  private static final int MOST_OCTETS = 508;

  public Username {
    Values.octets(text, MOST_OCTETS, "USERNAME");
  }

  static Username decode(ByteBuffer value) throws StunFormatException {
    return new Username(Values.text(value, MOST_OCTETS, "USERNAME", "RFC 8489 §14.3"));
  }

  @Override
  public AttributeType type() {
    return AttributeType.USERNAME;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return Values.octets(text, MOST_OCTETS, "USERNAME");
  }
}
