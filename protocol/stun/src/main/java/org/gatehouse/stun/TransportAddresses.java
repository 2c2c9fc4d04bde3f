package org.gatehouse.stun;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * The layout that every transport address shares (RFC 8489 §14.1 and §14.2): an unused octet, the
 * family, the port, the address. The XOR form hides port and address under the magic cookie and the
 * transaction ID.
 *
 * <pre>
 * 0                   1                   2                   3
 * |0 0 0 0 0 0 0 0|    Family     |             Port              |
 * |             Address (32 bits or 128 bits)                     |
 * </pre>
 */
final class TransportAddresses {
  private static final int HEAD_IN_BYTES = 4;

  private TransportAddresses() {}

  /** Reads {@code value} under the mask of its transaction. */
  static InetSocketAddress decodeXor(ByteBuffer value, TransactionId id, String field)
      throws StunFormatException {
    return decode(value, mask(id), field);
  }

  /** Reads {@code value} as it stands. */
  static InetSocketAddress decodePlain(ByteBuffer value, String field) throws StunFormatException {
    return decode(value, new byte[16], field);
  }

  static byte[] encodeXor(InetSocketAddress address, TransactionId id) {
    return encode(address, mask(id));
  }

  static byte[] encodePlain(InetSocketAddress address) {
    return encode(address, new byte[16]);
  }

  private static InetSocketAddress decode(ByteBuffer value, byte[] mask, String field)
      throws StunFormatException {
    int offset = value.position();
    if (value.remaining() < HEAD_IN_BYTES) {
      throw new StunFormatException(field, offset, "RFC 8489 §14.1");
    }
    int family = value.getShort() & 0xFF;
    int port = (value.getShort() ^ portMask(mask)) & 0xFFFF;
    int expected =
        family == AddressFamily.IPV4.code()
            ? AddressFamily.IPV4.lengthInBytes()
            : AddressFamily.IPV6.lengthInBytes();
    if (family < 1 || family > 2 || value.remaining() != expected) {
      throw new StunFormatException(field, offset, "RFC 8489 §14.1");
    }
    byte[] octets = new byte[expected];
    value.get(octets);
    hide(octets, 0, mask);
    try {
      return new InetSocketAddress(InetAddress.getByAddress(octets), port);
    } catch (UnknownHostException e) {
      throw new StunFormatException(field, offset, "RFC 8489 §14.1");
    }
  }

  private static byte[] encode(InetSocketAddress address, byte[] mask) {
    byte[] octets = address.getAddress().getAddress();
    AddressFamily family = AddressFamily.of(address.getAddress());
    byte[] value =
        ByteBuffer.allocate(HEAD_IN_BYTES + octets.length)
            .putShort((short) family.code())
            .putShort((short) (address.getPort() ^ portMask(mask)))
            .put(octets)
            .array();
    hide(value, HEAD_IN_BYTES, mask);
    return value;
  }

  private static void hide(byte[] octets, int from, byte[] mask) {
    for (int i = from; i < octets.length; i++) {
      octets[i] ^= mask[i - from];
    }
  }

  private static int portMask(byte[] mask) {
    return (mask[0] & 0xFF) << 8 | (mask[1] & 0xFF);
  }

  private static byte[] mask(TransactionId id) {
    ByteBuffer mask = ByteBuffer.allocate(16).putInt(0, StunMessage.MAGIC_COOKIE);
    id.writeTo(mask, Integer.BYTES);
    return mask.array();
  }
}
