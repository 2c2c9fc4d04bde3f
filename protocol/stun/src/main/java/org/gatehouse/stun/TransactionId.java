package org.gatehouse.stun;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The 96-bit transaction ID (RFC 8489 §5).
 *
 * @param high the first 8 octets
 * @param low the last 4 octets
 */
public record TransactionId(long high, int low) {

  static TransactionId readFrom(ByteBuffer message, int offset) {
    return new TransactionId(message.getLong(offset), message.getInt(offset + Long.BYTES));
  }

  void writeTo(ByteBuffer message, int offset) {
    message.putLong(offset, high);
    message.putInt(offset + Long.BYTES, low);
  }

  /** Twenty-four hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
