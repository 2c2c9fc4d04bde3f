package org.gatehouse.stun;

import java.nio.ByteBuffer;

/** PASSWORD-ALGORITHM (RFC 8489 §14.12): the algorithm that made the key of this request. */
public record PasswordAlgorithmAttribute(PasswordAlgorithm algorithm) implements Attribute {

  static PasswordAlgorithmAttribute decode(ByteBuffer value) throws StunFormatException {
    PasswordAlgorithm algorithm =
        PasswordAlgorithm.readFrom(value, "PASSWORD-ALGORITHM", "RFC 8489 §14.12");
    Values.length(value, 0, "PASSWORD-ALGORITHM", "RFC 8489 §14.12");
    return new PasswordAlgorithmAttribute(algorithm);
  }

  @Override
  public AttributeType type() {
    return AttributeType.PASSWORD_ALGORITHM;
  }

  @Override
  public byte[] encode(TransactionId id) {
    ByteBuffer value = ByteBuffer.allocate(algorithm.lengthInBytes());
    algorithm.writeTo(value);
    return value.array();
  }
}
