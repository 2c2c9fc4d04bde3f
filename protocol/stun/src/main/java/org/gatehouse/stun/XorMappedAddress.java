package org.gatehouse.stun;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * XOR-MAPPED-ADDRESS (RFC 8489 §14.2): the source of a request as the server saw it.
 *
 * @param address in the clear
 */
public record XorMappedAddress(InetSocketAddress address) implements Attribute {

  static XorMappedAddress decode(ByteBuffer value, TransactionId id) throws StunFormatException {
    return new XorMappedAddress(TransportAddresses.decodeXor(value, id, "XOR-MAPPED-ADDRESS"));
  }

  @Override
  public AttributeType type() {
    return AttributeType.XOR_MAPPED_ADDRESS;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return TransportAddresses.encodeXor(address, id);
  }
}
