package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * DATA (RFC 8656 §18.4): the payload of the datagram between relay and peer.
 *
 * @param octets as many as there are; none is legal
 */
public record Data(ByteBuffer octets) implements Attribute {

  public Data {
    octets = Values.view(octets);
  }

  @Override
  public ByteBuffer octets() {
    return octets.duplicate();
  }

  @Override
  public AttributeType type() {
    return AttributeType.DATA;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return Values.copy(octets);
  }
}
