package org.gatehouse.turn;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.gatehouse.stun.AttributeType;
import org.gatehouse.stun.MessageClass;
import org.gatehouse.stun.Method;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.TransactionId;
import org.gatehouse.stun.XorPeerAddress;

/** The Data indication that carries a peer's datagram without a channel (RFC 8656 §11.3). */
public final class DataIndication {
  /** The most octets that come with a payload. */
  public static final int OVERHEAD_IN_BYTES = 64;

  private DataIndication() {}

  /** Writes the indication; the payload is copied once. */
  public static void write(
      ByteBuffer out, TransactionId id, InetSocketAddress peer, ByteBuffer payload) {
    int start = out.position();
    int length = payload.remaining();
    out.put(
        StunMessage.with(MessageClass.INDICATION, Method.DATA, id)
            .add(new XorPeerAddress(peer))
            .build()
            .encode());
    out.putShort((short) AttributeType.DATA.value()).putShort((short) length).put(payload);
    for (int i = length; i % 4 != 0; i++) {
      out.put((byte) 0);
    }
    int counted = out.position() - start - StunMessage.HEADER_IN_BYTES;
    out.putShort(start + 2, (short) counted);
  }
}
