package org.gatehouse.turn;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.stun.Data;
import org.gatehouse.stun.DontFragment;
import org.gatehouse.stun.MalformedAttribute;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.XorPeerAddress;

/**
 * What a Send indication asks to relay (RFC 8656 §11.2).
 *
 * @param peer has a permission
 * @param payload for the peer, perhaps empty
 */
public record SendIndication(InetSocketAddress peer, ByteBuffer payload) {

  /** What is to be sent; empty where the indication is to be discarded. */
  public static Optional<SendIndication> process(
      Allocation allocation, StunMessage message, Instant now) {
    Optional<XorPeerAddress> peer = message.first(XorPeerAddress.class);
    Optional<Data> data = message.first(Data.class);
    if (peer.isEmpty()
        || data.isEmpty()
        || message.has(DontFragment.class)
        || message.has(MalformedAttribute.class)
        || !message.unknownRequired().isEmpty()
        || !allocation.permits(peer.get().address().getAddress(), now)) {
      return Optional.empty();
    }
    return Optional.of(new SendIndication(peer.get().address(), data.get().octets()));
  }
}
