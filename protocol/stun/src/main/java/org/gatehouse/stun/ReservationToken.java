package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * RESERVATION-TOKEN (RFC 8656 §18.10): names a relayed transport address that the server holds.
 *
 * @param octets 8 octets
 */
public record ReservationToken(ByteBuffer octets) implements Attribute {

  public ReservationToken {
    octets = Values.view(octets);
    if (octets.remaining() != 8) {
      throw new IllegalArgumentException(
          "RESERVATION-TOKEN cannot have " + octets.remaining() + " octets");
    }
  }

  static ReservationToken decode(ByteBuffer value) throws StunFormatException {
    ByteBuffer octets = value;
    if (octets.remaining() != 8) {
      throw new StunFormatException("RESERVATION-TOKEN", value.position(), "RFC 8656 §18.10");
    }
    return new ReservationToken(octets);
  }

  @Override
  public ByteBuffer octets() {
    return octets.duplicate();
  }

  @Override
  public AttributeType type() {
    return AttributeType.RESERVATION_TOKEN;
  }

  @Override
  public byte[] encode(TransactionId id) {
    return Values.copy(octets);
  }
}
