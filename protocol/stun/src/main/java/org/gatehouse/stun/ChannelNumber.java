package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * CHANNEL-NUMBER (RFC 8656 §18.1): 16 bits, then 16 bits of zero.
 *
 * @param number as sent; {@code ChannelBind} checks its range
 */
public record ChannelNumber(int number) implements Attribute {

  public ChannelNumber {
    if (number < 0 || number > 0xFFFF) {
      throw new IllegalArgumentException("a channel number has 16 bits: " + number);
    }
  }

  static ChannelNumber decode(ByteBuffer value) throws StunFormatException {
    Values.length(value, Integer.BYTES, "CHANNEL-NUMBER", "RFC 8656 §18.1");
    return new ChannelNumber(value.getInt() >>> Short.SIZE);
  }

  @Override
  public AttributeType type() {
    return AttributeType.CHANNEL_NUMBER;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(0, number << Short.SIZE).array();
  }
}
