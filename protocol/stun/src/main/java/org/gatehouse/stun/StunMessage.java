package org.gatehouse.stun;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A STUN message (RFC 8489 §5): a header of 20 octets, then attributes.
 *
 * <pre>
 * |0 0|     STUN Message Type     |         Message Length        |
 * |                         Magic Cookie                          |
 * |                     Transaction ID (96 bits)                  |
 * </pre>
 *
 * <p>It keeps a copy of its octets, over which integrity is verified, and outlives the datagram.
 */
public final class StunMessage {
  /** What tells STUN from everything else. */
  public static final int MAGIC_COOKIE = 0x2112A442;

  /** The header. */
  public static final int HEADER_IN_BYTES = 20;

  private final MessageClass messageClass;
  private final Method method;
  private final TransactionId transactionId;
  private final byte[] octets;
  private final List<Attribute> attributes;

  /**
   * Takes what was read or made.
   *
   * @param octets the whole message, owned from now on
   * @param attributes those that count: what the integrity does not cover is not among them
   */
  StunMessage(
      MessageClass messageClass,
      Method method,
      TransactionId id,
      byte[] octets,
      List<Attribute> attributes) {
    this.messageClass = messageClass;
    this.method = method;
    this.transactionId = id;
    this.octets = octets;
    this.attributes = List.copyOf(attributes);
  }

  /**
   * Reads the one message that fills a datagram.
   *
   * @throws StunFormatException when the octets are no message, or a FINGERPRINT does not match
   */
  public static StunMessage decode(ByteBuffer datagram) throws StunFormatException {
    return MessageDecoder.decode(datagram);
  }

  /** Starts a message. */
  public static StunMessageBuilder with(
      MessageClass messageClass, Method method, TransactionId id) {
    return new StunMessageBuilder(messageClass, method, id);
  }

  public MessageClass messageClass() {
    return messageClass;
  }

  public Method method() {
    return method;
  }

  public TransactionId transactionId() {
    return transactionId;
  }

  /** Those that integrity covers, or all where there is none; in order. */
  public List<Attribute> attributes() {
    return attributes;
  }

  /** The first attribute of a kind: later ones of the same type do not count (RFC 8489 §14). */
  public <A extends Attribute> Optional<A> first(Class<A> kind) {
    for (Attribute attribute : attributes) {
      if (kind.isInstance(attribute)) {
        return Optional.of(kind.cast(attribute));
      }
    }
    return Optional.empty();
  }

  /** Whether there is an attribute of a kind. */
  public boolean has(Class<? extends Attribute> kind) {
    return first(kind).isPresent();
  }

  /** Every attribute of a kind, in order. */
  public <A extends Attribute> List<A> all(Class<A> kind) {
    return attributes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The comprehension-required types that this codec does not know (RFC 8489 §6.3.1). */
  public List<AttributeType> unknownRequired() {
    return all(UnknownAttribute.class).stream()
        .map(UnknownAttribute::type)
        .filter(AttributeType::comprehensionRequired)
        .distinct()
        .toList();
  }

  /** Whether the message carries this integrity and the key made it. In constant time. */
  public boolean verify(IntegrityAlgorithm algorithm, byte[] key) {
    if (attributes.stream().noneMatch(a -> a.type().equals(algorithm.type()))) {
      return false;
    }
    int offset = MessageDecoder.offsetOf(octets, algorithm.type());
    int length = MessageDecoder.lengthAt(octets, offset);
    int value = offset + 2 * Short.BYTES;
    byte[] received = Arrays.copyOfRange(octets, value, value + length);
    byte[] expected = algorithm.hmac(octets, offset, length, key);
    return MessageDigest.isEqual(received, Arrays.copyOf(expected, length));
  }

  /** The octets, read-only. */
  public ByteBuffer encode() {
    return ByteBuffer.wrap(octets).asReadOnlyBuffer();
  }

  @Override
  public String toString() {
    return method + " " + messageClass + " " + transactionId + " " + attributes;
  }
}
