package org.gatehouse.stun;

/**
 * One attribute of a message (RFC 8489 §14): type and length in 16 bits each, then the value,
 * padded to a multiple of four octets.
 */
public sealed interface Attribute
    permits AdditionalAddressFamily,
        AddressErrorCode,
        AlternateServer,
        ChannelNumber,
        Data,
        DontFragment,
        ErrorCode,
        EvenPort,
        Fingerprint,
        Lifetime,
        MalformedAttribute,
        MessageIntegrity,
        MessageIntegritySha256,
        Nonce,
        PasswordAlgorithmAttribute,
        PasswordAlgorithms,
        Realm,
        RequestedAddressFamily,
        RequestedTransport,
        ReservationToken,
        Software,
        UnknownAttribute,
        UnknownAttributes,
        Userhash,
        Username,
        XorMappedAddress,
        XorPeerAddress,
        XorRelayedAddress {

  AttributeType type();

  /**
   * The value as it is sent, without padding.
   *
   * @param id the transaction of the message, which hides the XOR addresses
   */
  byte[] encode(TransactionId id);
}
