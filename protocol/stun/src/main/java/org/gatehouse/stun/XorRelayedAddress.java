package org.gatehouse.stun;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * XOR-RELAYED-ADDRESS (RFC 8656 §18.5): the relayed transport address of an allocation.
 *
 * @param address in the clear
 */
public record XorRelayedAddress(InetSocketAddress address) implements Attribute {

  static XorRelayedAddress decode(ByteBuffer value, TransactionId id) throws StunFormatException {
    return new XorRelayedAddress(TransportAddresses.decodeXor(value, id, "XOR-RELAYED-ADDRESS"));
  }

  @Override
  public AttributeType type() {
    return AttributeType.XOR_RELAYED_ADDRESS;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return TransportAddresses.encodeXor(address, id);
  }
}
