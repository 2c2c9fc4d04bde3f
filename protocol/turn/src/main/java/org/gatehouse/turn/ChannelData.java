package org.gatehouse.turn;

import java.nio.ByteBuffer;

/**
 * The ChannelData message over UDP (RFC 8656 §12.4): four octets, then the payload; padding behind
 * it may be there and does not count.
 *
 * <pre>
 * |         Channel Number        |            Length             |
 * |                      Application Data
 * </pre>
 */
public final class ChannelData {
  /** The lowest number that a client may bind. */
  public static final int FIRST_NUMBER = 0x4000;

  /**
   * The highest number that a client may bind. RFC 8656 §12 stops at 0x4FFF; clients of RFC 5766
   * §11 choose up to 0x7FFE, and nothing else on this port begins with these bits.
   */
  public static final int LAST_NUMBER = 0x7FFE;

  /** The octets before the payload. */
  public static final int HEADER_IN_BYTES = 4;

  private ChannelData() {}

  /** Whether a datagram begins with the bits 01 (RFC 8656 §12). */
  public static boolean startsIn(ByteBuffer datagram) {
    return datagram.hasRemaining() && (datagram.get(datagram.position()) & 0xC0) == 0x40;
  }

  /**
   * The channel number, with the buffer narrowed to the payload, or −1 where the length is a lie
   * (RFC 8656 §12.6).
   */
  public static int read(ByteBuffer datagram) {
    if (datagram.remaining() < HEADER_IN_BYTES) {
      return -1;
    }
    int number = datagram.getShort() & 0xFFFF;
    int length = datagram.getShort() & 0xFFFF;
    if (length > datagram.remaining()) {
      return -1;
    }
    datagram.limit(datagram.position() + length);
    return number;
  }

  /** Writes header and payload, without padding (RFC 8656 §12.5). */
  public static void write(ByteBuffer out, int number, ByteBuffer payload) {
    out.putShort((short) number).putShort((short) payload.remaining()).put(payload);
  }
}
