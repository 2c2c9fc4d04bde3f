package org.gatehouse.stun;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the values of attributes: each buffer spans one value, at its place in the message. */
final class Values {
  private Values() {}

  /** Checks the length of a value against its only legal one. */
  static void length(ByteBuffer value, int expected, String field, String section)
      throws StunFormatException {
    if (value.remaining() != expected) {
      throw new StunFormatException(field, value.position(), section);
    }
  }

  /** UTF-8 text of at most {@code most} octets. */
  static String text(ByteBuffer value, int most, String field, String section)
      throws StunFormatException {
    int offset = value.position();
    if (value.remaining() > most) {
      throw new StunFormatException(field, offset, section);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(value).toString();
    } catch (CharacterCodingException e) {
      throw new StunFormatException(field, offset, section);
    }
  }

  /** The octets of a text, checked against the longest that the specification allows. */
  static byte[] octets(String text, int most, String field) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    if (octets.length > most) {
      throw new IllegalArgumentException(field + " has more than " + most + " octets");
    }
    return octets;
  }

  /** A copy of what lies between position and limit. */
  static byte[] copy(ByteBuffer octets) {
    byte[] copy = new byte[octets.remaining()];
    octets.duplicate().get(copy);
    return copy;
  }

  /** A read-only view with its own position, for a record to keep. */
  static ByteBuffer view(ByteBuffer octets) {
    return octets.slice().asReadOnlyBuffer();
  }

  /** Four octets, the first of which holds the value. */
  static byte[] firstOfFour(int value) {
    return new byte[] {(byte) value, 0, 0, 0};
  }
}
