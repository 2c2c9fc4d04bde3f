package org.gatehouse.stun;

/**
 * The 12-bit method of a message type (RFC 8489 §5 and §18.2, RFC 8656 §17).
 *
 * @param value 0 to 0xFFF
 */
public record Method(int value) {
  public static final Method BINDING = new Method(0x001);
  public static final Method ALLOCATE = new Method(0x003);
  public static final Method REFRESH = new Method(0x004);
  public static final Method SEND = new Method(0x006);
  public static final Method DATA = new Method(0x007);
  public static final Method CREATE_PERMISSION = new Method(0x008);
  public static final Method CHANNEL_BIND = new Method(0x009);

  public Method {
    if (value < 0 || value > 0xFFF) {
      throw new IllegalArgumentException("a method has 12 bits: " + value);
    }
  }

  static Method ofType(int messageType) {
    return new Method(
        (messageType & 0x000F) | (messageType >> 1 & 0x0070) | (messageType >> 2 & 0x0F80));
  }

  int bits() {
    return (value & 0x000F) | (value & 0x0070) << 1 | (value & 0x0F80) << 2;
  }
}
