package org.gatehouse.stun;

import java.nio.ByteBuffer;

/** From type to record (RFC 8489 §18.3, RFC 8656 §18). */
final class AttributeDecoder {
  private AttributeDecoder() {}

  /**
   * Reads one value.
   *
   * @param value spans it, at its place in the message
   */
  static Attribute decode(AttributeType type, ByteBuffer value, TransactionId id)
      throws StunFormatException {
    return switch (type.value()) {
      case 0x0006 -> Username.decode(value);
      case 0x0008 -> MessageIntegrity.decode(value);
      case 0x0009 -> ErrorCode.decode(value);
      case 0x000A -> UnknownAttributes.decode(value);
      case 0x000C -> ChannelNumber.decode(value);
      case 0x000D -> Lifetime.decode(value);
      case 0x0012 -> XorPeerAddress.decode(value, id);
      case 0x0013 -> new Data(value);
      case 0x0014 -> Realm.decode(value);
      case 0x0015 -> Nonce.decode(value);
      case 0x0016 -> XorRelayedAddress.decode(value, id);
      case 0x0017 -> RequestedAddressFamily.decode(value);
      case 0x0018 -> EvenPort.decode(value);
      case 0x0019 -> RequestedTransport.decode(value);
      case 0x001A -> DontFragment.decode(value);
      case 0x001C -> MessageIntegritySha256.decode(value);
      case 0x001D -> PasswordAlgorithmAttribute.decode(value);
      case 0x001E -> Userhash.decode(value);
      case 0x0020 -> XorMappedAddress.decode(value, id);
      case 0x0022 -> ReservationToken.decode(value);
      case 0x8000 -> AdditionalAddressFamily.decode(value);
      case 0x8001 -> AddressErrorCode.decode(value);
      case 0x8002 -> PasswordAlgorithms.decode(value);
      case 0x8022 -> Software.decode(value);
      case 0x8023 -> AlternateServer.decode(value);
      default -> new UnknownAttribute(type, value);
    };
  }
}
