package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * REQUESTED-TRANSPORT (RFC 8656 §18.8): the IP protocol between relay and peers.
 *
 * @param protocol the octet as sent, known or not
 */
public record RequestedTransport(int protocol) implements Attribute {
  /** The protocol number of UDP. */
  public static final int UDP = 17;

  static RequestedTransport decode(ByteBuffer value) throws StunFormatException {
    Values.length(value, Integer.BYTES, "REQUESTED-TRANSPORT", "RFC 8656 §18.8");
    return new RequestedTransport(value.get() & 0xFF);
  }

  @Override
  public AttributeType type() {
    return AttributeType.REQUESTED_TRANSPORT;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return Values.firstOfFour(protocol);
  }
}
