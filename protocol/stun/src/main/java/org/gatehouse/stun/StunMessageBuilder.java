package org.gatehouse.stun;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a message (RFC 8489 §5): first the attributes, then integrity, then the fingerprint, then
 * {@link #build}. Belongs to one thread and makes one message.
 */
public final class StunMessageBuilder {
  private static final int MOST_BYTES = StunMessage.HEADER_IN_BYTES + 0xFFFC;

  private final MessageClass messageClass;
  private final Method method;
  private final TransactionId id;
  private final List<Attribute> attributes = new ArrayList<>();
  private byte[] octets = new byte[256];
  private int length = StunMessage.HEADER_IN_BYTES;

  StunMessageBuilder(MessageClass messageClass, Method method, TransactionId id) {
    this.messageClass = messageClass;
    this.method = method;
    this.id = id;
    ByteBuffer header = ByteBuffer.wrap(octets);
    header.putShort((short) (messageClass.bits() | method.bits()));
    header.putInt(4, StunMessage.MAGIC_COOKIE);
    id.writeTo(header, 8);
  }

  /**
   * Appends an attribute.
   *
   * @throws IllegalStateException when the message would be longer than its length field can say
   */
  public StunMessageBuilder add(Attribute attribute) {
    byte[] value = attribute.encode(id);
    int padded = value.length + 3 & ~3;
    int end = length + 4 + padded;
    if (end > MOST_BYTES) {
      throw new IllegalStateException("the message would have " + end + " octets");
    }
    if (end > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(end, 2 * octets.length));
    }
    ByteBuffer out = ByteBuffer.wrap(octets);
    out.putShort(length, (short) attribute.type().value());
    out.putShort(length + 2, (short) value.length);
    out.put(length + 4, value);
    length = end;
    out.putShort(2, (short) (length - StunMessage.HEADER_IN_BYTES));
    attributes.add(attribute);
    return this;
  }

  /** Appends MESSAGE-INTEGRITY or MESSAGE-INTEGRITY-SHA256 over what is there. */
  public StunMessageBuilder integrity(IntegrityAlgorithm algorithm, byte[] key) {
    byte[] hmac = algorithm.hmac(octets, length, algorithm.lengthInBytes(), key);
    return add(algorithm.attribute(hmac));
  }

  /** Appends FINGERPRINT, the last attribute. */
  public StunMessageBuilder fingerprint() {
    int counted = length - StunMessage.HEADER_IN_BYTES + 8;
    ByteBuffer.wrap(octets).putShort(2, (short) counted);
    return add(Fingerprint.over(octets, length));
  }

  /** The message. */
  public StunMessage build() {
    return new StunMessage(messageClass, method, id, Arrays.copyOf(octets, length), attributes);
  }
}
