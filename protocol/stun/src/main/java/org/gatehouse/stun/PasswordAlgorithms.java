package org.gatehouse.stun;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * PASSWORD-ALGORITHMS (RFC 8489 §14.11): what the server offers, in its order of preference, and
 * what the client repeats against bidding down.
 */
public record PasswordAlgorithms(List<PasswordAlgorithm> algorithms) implements Attribute {

  public PasswordAlgorithms {
    algorithms = List.copyOf(algorithms);
  }

  static PasswordAlgorithms decode(ByteBuffer value) throws StunFormatException {
    List<PasswordAlgorithm> algorithms = new ArrayList<>();
    while (value.hasRemaining()) {
      algorithms.add(PasswordAlgorithm.readFrom(value, "PASSWORD-ALGORITHMS", "RFC 8489 §14.11"));
    }
    return new PasswordAlgorithms(algorithms);
  }

  @Override
  public AttributeType type() {
    return AttributeType.PASSWORD_ALGORITHMS;
  }

  @Override
  public byte[] encode(TransactionId id) {
    int length = algorithms.stream().mapToInt(PasswordAlgorithm::lengthInBytes).sum();
    ByteBuffer value = ByteBuffer.allocate(length);
    algorithms.forEach(algorithm -> algorithm.writeTo(value));
    return value.array();
  }
}
