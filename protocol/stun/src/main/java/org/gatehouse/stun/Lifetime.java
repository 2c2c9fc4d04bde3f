package org.gatehouse.stun;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * LIFETIME (RFC 8656 §18.2): how long an allocation stays without a Refresh.
 *
 * @param duration whole seconds, 0 to 2³²−1
 */
public record Lifetime(Duration duration) implements Attribute {

  public Lifetime {
    if (duration.isNegative() || duration.toSeconds() > 0xFFFF_FFFFL) {
      throw new IllegalArgumentException("a lifetime has 32 bits of seconds: " + duration);
    }
  }

  static Lifetime decode(ByteBuffer value) throws StunFormatException {
    Values.length(value, Integer.BYTES, "LIFETIME", "RFC 8656 §18.2");
    return new Lifetime(Duration.ofSeconds(Integer.toUnsignedLong(value.getInt())));
  }

  @Override
  public AttributeType type() {
    return AttributeType.LIFETIME;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(0, (int) duration.toSeconds()).array();
  }
}
