package org.gatehouse.stun;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the header and cuts the attributes (RFC 8489 §5, §6.3 and §14). */
final class MessageDecoder {
  private static final int ATTRIBUTE_HEADER_IN_BYTES = 4;

  private final byte[] octets;
  private final ByteBuffer message;
  private final TransactionId id;
  private final List<Attribute> attributes = new ArrayList<>();
  private boolean covered;
  private boolean coveredBySha256;

  private MessageDecoder(byte[] octets) {
    this.octets = octets;
    this.message = ByteBuffer.wrap(octets);
    this.id = TransactionId.readFrom(message, 8);
  }

  static StunMessage decode(ByteBuffer datagram) throws StunFormatException {
    checkHeader(datagram);
    MessageDecoder decoder = new MessageDecoder(Values.copy(datagram));
    decoder.attributes();
    int type = decoder.message.getShort(0);
    return new StunMessage(
        MessageClass.ofType(type),
        Method.ofType(type),
        decoder.id,
        decoder.octets,
        decoder.attributes);
  }

  private static void checkHeader(ByteBuffer datagram) throws StunFormatException {
    int at = datagram.position();
    if (datagram.remaining() < StunMessage.HEADER_IN_BYTES) {
      throw new StunFormatException("header", datagram.remaining(), "RFC 8489 §5");
    }
    if ((datagram.get(at) & 0xC0) != 0) {
      throw new StunFormatException("message type", 0, "RFC 8489 §5");
    }
    int length = datagram.getShort(at + 2) & 0xFFFF;
    if (length % 4 != 0 || length != datagram.remaining() - StunMessage.HEADER_IN_BYTES) {
      throw new StunFormatException("message length", 2, "RFC 8489 §5");
    }
    if (datagram.getInt(at + 4) != StunMessage.MAGIC_COOKIE) {
      throw new StunFormatException("magic cookie", 4, "RFC 8489 §5");
    }
  }

  private void attributes() throws StunFormatException {
    int offset = StunMessage.HEADER_IN_BYTES;
    while (offset < octets.length) {
      int length = lengthAt(octets, offset);
      int end = offset + ATTRIBUTE_HEADER_IN_BYTES + length;
      if (end > octets.length) {
        throw new StunFormatException("attribute length", offset + 2, "RFC 8489 §14");
      }
      AttributeType type = AttributeType.of(message.getShort(offset) & 0xFFFF);
      ByteBuffer value = message.duplicate().position(end - length).limit(end);
      if (type.equals(AttributeType.FINGERPRINT)) {
        fingerprint(offset, value);
      } else if (counts(type)) {
        add(type, value);
      }
      offset = next(octets, offset);
    }
  }

  /** After an integrity only the stronger one and FINGERPRINT count (RFC 8489 §14.5, §14.6). */
  private boolean counts(AttributeType type) {
    return !covered || (!coveredBySha256 && type.equals(AttributeType.MESSAGE_INTEGRITY_SHA256));
  }

  private void fingerprint(int offset, ByteBuffer value) throws StunFormatException {
    boolean last = value.limit() == octets.length;
    Fingerprint received = Fingerprint.decode(value);
    if (!last || !received.equals(Fingerprint.over(octets, offset))) {
      throw new StunFormatException("FINGERPRINT", offset, "RFC 8489 §14.7");
    }
    attributes.add(received);
  }

  private void add(AttributeType type, ByteBuffer value) throws StunFormatException {
    Attribute attribute;
    try {
      attribute = AttributeDecoder.decode(type, value, id);
    } catch (StunFormatException e) {
      attribute = new MalformedAttribute(type, e);
    }
    boolean sha256 = type.equals(AttributeType.MESSAGE_INTEGRITY_SHA256);
    if (sha256 || type.equals(AttributeType.MESSAGE_INTEGRITY)) {
      if (attribute instanceof MalformedAttribute malformed) {
        throw malformed.reason();
      }
      covered = true;
      coveredBySha256 |= sha256;
    }
    attributes.add(attribute);
  }

  /** Where the first attribute of a type starts in a message that was read, or −1. */
  static int offsetOf(byte[] message, AttributeType type) {
    ByteBuffer octets = ByteBuffer.wrap(message);
    for (int at = StunMessage.HEADER_IN_BYTES; at < message.length; at = next(message, at)) {
      if ((octets.getShort(at) & 0xFFFF) == type.value()) {
        return at;
      }
    }
    return -1;
  }

  /** The length of the value of the attribute that starts there. */
  static int lengthAt(byte[] message, int offset) {
    return (message[offset + 2] & 0xFF) << 8 | (message[offset + 3] & 0xFF);
  }

  private static int next(byte[] message, int offset) {
    return offset + ATTRIBUTE_HEADER_IN_BYTES + ((lengthAt(message, offset) + 3) & ~3);
  }
}
