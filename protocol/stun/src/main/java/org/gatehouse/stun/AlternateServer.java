package org.gatehouse.stun;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * ALTERNATE-SERVER (RFC 8489 §14.15): the server that a client should try instead.
 *
 * @param address of the same family as the source of the request
 */
public record AlternateServer(InetSocketAddress address) implements Attribute {

  static AlternateServer decode(ByteBuffer value) throws StunFormatException {
    return new AlternateServer(TransportAddresses.decodePlain(value, "ALTERNATE-SERVER"));
  }

  @Override
  public AttributeType type() {
    return AttributeType.ALTERNATE_SERVER;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return TransportAddresses.encodePlain(address);
  }
}
