package org.gatehouse.stun;

import java.nio.ByteBuffer;

/** DONT-FRAGMENT (RFC 8656 §18.9): the DF bit shall be set toward the peer. It has no value. */
public record DontFragment() implements Attribute {

  static DontFragment decode(ByteBuffer value) throws StunFormatException {
    Values.length(value, 0, "DONT-FRAGMENT", "RFC 8656 §18.9");
    return new DontFragment();
  }

  @Override
  public AttributeType type() {
    return AttributeType.DONT_FRAGMENT;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return new byte[0];
  }
}
