package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * NONCE (RFC 8489 §14.10): what the server gave out to be repeated.
 *
 * @param text UTF-8, at most 763 octets
 */
public record Nonce(String text) implements Attribute {
  private static final int MOST_OCTETS = 763;

  public Nonce {
    Values.octets(text, MOST_OCTETS, "NONCE");
  }

  static Nonce decode(ByteBuffer value) throws StunFormatException {
    return new Nonce(Values.text(value, MOST_OCTETS, "NONCE", "RFC 8489 §14.10"));
  }

  @Override
  public AttributeType type() {
    return AttributeType.NONCE;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return Values.octets(text, MOST_OCTETS, "NONCE");
  }
}
