package org.gatehouse.relay;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.gatehouse.stun.TransactionIds;
import org.gatehouse.transport.DatagramHandler;
import org.gatehouse.transport.DatagramSocketHandle;
import org.gatehouse.transport.EventLoop;
import org.gatehouse.turn.Allocation;
import org.gatehouse.turn.ChannelBinding;
import org.gatehouse.turn.ChannelData;
import org.gatehouse.turn.DataIndication;
import org.gatehouse.turn.RelayedSocket;
import org.jspecify.annotations.Nullable;

/**
 * A relayed transport address and what peers send to it (RFC 8656 §11.3 and §12.7). Belongs to the
 * loop.
 */
final class PeerSocket implements RelayedSocket, DatagramHandler {
  private final Way way;
  private @Nullable DatagramSocketHandle socket;
  private @Nullable DatagramSocketHandle door;
  private @Nullable Allocation allocation;

  /**
   * What all sockets of one loop share.
   *
   * @param out is filled and sent for each datagram toward a client
   */
  record Way(EventLoop loop, RelayCounters counters, TransactionIds ids, ByteBuffer out) {}

  PeerSocket(Way way) {
    this.way = way;
  }

  void bound(DatagramSocketHandle to) {
    socket = to;
  }

  /**
   * From now on datagrams pass to the client of this allocation, through its door.
   *
   * @return false where they do already
   */
  boolean attach(Allocation to, DatagramSocketHandle through) {
    boolean first = allocation == null;
    allocation = to;
    door = through;
    return first;
  }

  private DatagramSocketHandle socket() {
    if (socket == null) {
      throw new IllegalStateException("the relayed socket is not bound yet");
    }
    return socket;
  }

  @Override
  public InetSocketAddress address() {
    return socket().localAddress();
  }

  @Override
  public void send(ByteBuffer payload, InetSocketAddress peer) {
    way.counters().relayed(payload.remaining());
    socket().send(payload, peer);
  }

  @Override
  public void close() {
    socket().close();
  }

  @Override
  public void received(DatagramSocketHandle from, InetSocketAddress peer, ByteBuffer datagram) {
    Allocation to = allocation;
    DatagramSocketHandle through = door;
    Instant now = way.loop().clock().instant();
    if (to == null || through == null || !to.permits(peer.getAddress(), now)) {
      way.counters().datagramsDropped.increment();
      return;
    }
    way.counters().relayed(datagram.remaining());
    ByteBuffer out = way.out().clear();
    ChannelBinding channel = to.channelTo(peer, now);
    if (channel != null) {
      ChannelData.write(out, channel.number(), datagram);
    } else {
      DataIndication.write(out, way.ids().next(), peer, datagram);
    }
    through.send(out.flip(), to.fiveTuple().client());
  }
}
