package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * REALM (RFC 8489 §14.9): the realm of a long-term credential, unquoted.
 *
 * @param text UTF-8, at most 763 octets
 */
public record Realm(String text) implements Attribute {
  private static final int MOST_OCTETS = 763;

  public Realm {
    Values.octets(text, MOST_OCTETS, "REALM");
  }

  static Realm decode(ByteBuffer value) throws StunFormatException {
    return new Realm(Values.text(value, MOST_OCTETS, "REALM", "RFC 8489 §14.9"));
  }

  @Override
  public AttributeType type() {
    return AttributeType.REALM;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return Values.octets(text, MOST_OCTETS, "REALM");
  }
}
