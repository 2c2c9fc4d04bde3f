package org.gatehouse.stun;

/** The two class bits of a message type, C1 (0x0100) and C0 (0x0010) (RFC 8489 §5). */
public enum MessageClass {
  REQUEST(0x0000),
  INDICATION(0x0010),
  SUCCESS_RESPONSE(0x0100),
  ERROR_RESPONSE(0x0110);

  private final int bits;

  MessageClass(int bits) {
    this.bits = bits;
  }

  static MessageClass ofType(int messageType) {
    return switch (messageType & 0x0110) {
      case 0x0000 -> REQUEST;
      case 0x0010 -> INDICATION;
      case 0x0100 -> SUCCESS_RESPONSE;
      default -> ERROR_RESPONSE;
    };
  }

  int bits() {
    return bits;
  }
}
