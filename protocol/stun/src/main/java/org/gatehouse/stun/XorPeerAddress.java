package org.gatehouse.stun;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * XOR-PEER-ADDRESS (RFC 8656 §18.3): the peer as the server sees it.
 *
 * @param address in the clear
 */
public record XorPeerAddress(InetSocketAddress address) implements Attribute {

  static XorPeerAddress decode(ByteBuffer value, TransactionId id) throws StunFormatException {
    return new XorPeerAddress(TransportAddresses.decodeXor(value, id, "XOR-PEER-ADDRESS"));
  }

  @Override
  public AttributeType type() {
    return AttributeType.XOR_PEER_ADDRESS;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return TransportAddresses.encodeXor(address, id);
  }
}
