package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * ERROR-CODE (RFC 8489 §14.8).
 *
 * <pre>
 * |           Reserved, should be 0         |Class|     Number    |
 * |      Reason Phrase (variable)
 * </pre>
 *
 * @param code 300 to 699
 * @param reason for people who debug
 */
public record ErrorCode(int code, String reason) implements Attribute {
  private static final int MOST_OCTETS = 763;

  public ErrorCode {
    if (code < 300 || code > 699) {
      throw new IllegalArgumentException("an error code is 300 to 699, not " + code);
    }
    Values.octets(reason, MOST_OCTETS, "ERROR-CODE");
  }

  static ErrorCode decode(ByteBuffer value) throws StunFormatException {
    int offset = value.position();
    if (value.remaining() < Integer.BYTES) {
      throw new StunFormatException("ERROR-CODE", offset, "RFC 8489 §14.8");
    }
    int head = value.getInt();
    int hundreds = head >> 8 & 0b111;
    int number = head & 0xFF;
    if (hundreds < 3 || hundreds > 6 || number > 99) {
      throw new StunFormatException("ERROR-CODE", offset, "RFC 8489 §14.8");
    }
    return new ErrorCode(
        hundreds * 100 + number, Values.text(value, MOST_OCTETS, "ERROR-CODE", "RFC 8489 §14.8"));
  }

  @Override
  public AttributeType type() {
    return AttributeType.ERROR_CODE;
  }

  @Override
  public byte[] encode(TransactionId id) {
    byte[] text = Values.octets(reason, MOST_OCTETS, "ERROR-CODE");
    return ByteBuffer.allocate(Integer.BYTES + text.length)
        .putInt(((code / 100) << 8) | (code % 100))
        .put(text)
        .array();
  }
}
