package org.gatehouse.stun;

import java.nio.ByteBuffer;

/**
 * ADDRESS-ERROR-CODE (RFC 8656 §18.12): why one of two address families was not allocated.
 *
 * <pre>
 * |  Family       |    Reserved             |Class|     Number    |
 * |      Reason Phrase (variable)
 * </pre>
 *
 * @param family the one that failed
 * @param error code and reason
 */
public record AddressErrorCode(AddressFamily family, ErrorCode error) implements Attribute {

  static AddressErrorCode decode(ByteBuffer value) throws StunFormatException {
    if (!value.hasRemaining()) {
      throw new StunFormatException("ADDRESS-ERROR-CODE", value.position(), "RFC 8656 §18.12");
    }
    int family = value.get(value.position());
    for (AddressFamily known : AddressFamily.values()) {
      if (known.code() == family) {
        return new AddressErrorCode(known, ErrorCode.decode(value));
      }
    }
    throw new StunFormatException("ADDRESS-ERROR-CODE", value.position(), "RFC 8656 §18.12");
  }

  @Override
  public AttributeType type() {
    return AttributeType.ADDRESS_ERROR_CODE;
  }

  @Override
  public byte[] encode(TransactionId id) {
    byte[] value = error.encode(id);
    value[0] = (byte) family.code();
    return value;
  }
}
