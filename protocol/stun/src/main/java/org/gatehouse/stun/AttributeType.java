package org.gatehouse.stun;

import java.util.HexFormat;

/**
 * The 16-bit type of an attribute (RFC 8489 §14 and §18.3, RFC 8656 §18).
 *
 * @param value 0 to 0xFFFF
 */
public record AttributeType(int value) {
  public static final AttributeType USERNAME = of(0x0006);
  public static final AttributeType MESSAGE_INTEGRITY = of(0x0008);
  public static final AttributeType ERROR_CODE = of(0x0009);
  public static final AttributeType UNKNOWN_ATTRIBUTES = of(0x000A);
  public static final AttributeType CHANNEL_NUMBER = of(0x000C);
  public static final AttributeType LIFETIME = of(0x000D);
  public static final AttributeType XOR_PEER_ADDRESS = of(0x0012);
  public static final AttributeType DATA = of(0x0013);
  public static final AttributeType REALM = of(0x0014);
  public static final AttributeType NONCE = of(0x0015);
  public static final AttributeType XOR_RELAYED_ADDRESS = of(0x0016);
  public static final AttributeType REQUESTED_ADDRESS_FAMILY = of(0x0017);
  public static final AttributeType EVEN_PORT = of(0x0018);
  public static final AttributeType REQUESTED_TRANSPORT = of(0x0019);
  public static final AttributeType DONT_FRAGMENT = of(0x001A);
  public static final AttributeType MESSAGE_INTEGRITY_SHA256 = of(0x001C);
  public static final AttributeType PASSWORD_ALGORITHM = of(0x001D);
  public static final AttributeType USERHASH = of(0x001E);
  public static final AttributeType XOR_MAPPED_ADDRESS = of(0x0020);
  public static final AttributeType RESERVATION_TOKEN = of(0x0022);
  public static final AttributeType ADDITIONAL_ADDRESS_FAMILY = of(0x8000);
  public static final AttributeType ADDRESS_ERROR_CODE = of(0x8001);
  public static final AttributeType PASSWORD_ALGORITHMS = of(0x8002);
  public static final AttributeType SOFTWARE = of(0x8022);
  public static final AttributeType ALTERNATE_SERVER = of(0x8023);
  public static final AttributeType FINGERPRINT = of(0x8028);

  public AttributeType {
    if (value < 0 || value > 0xFFFF) {
      throw new IllegalArgumentException("an attribute type has 16 bits: " + value);
    }
  }

  /** The type with this number, known or not. */
  public static AttributeType of(int value) {
    return new AttributeType(value);
  }

  /** Whether a receiver that does not know the type must refuse the message (RFC 8489 §14). */
  public boolean comprehensionRequired() {
    return value < 0x8000;
  }

  @Override
  public String toString() {
    return "0x" + HexFormat.of().withUpperCase().toHexDigits((short) value);
  }
}
