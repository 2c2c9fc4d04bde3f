package org.gatehouse.stun;

/**
 * An attribute of a known type whose value breaks the format of that type; the message around it is
 * whole.
 */
public record MalformedAttribute(AttributeType type, StunFormatException reason)
    implements Attribute {

  /** It was only ever received. */
  @Override
  public byte[] encode(TransactionId id) {
    throw new IllegalStateException("a malformed attribute is never sent");
  }
}
