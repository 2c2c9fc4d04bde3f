package org.gatehouse.sipconnector;

import io.netty.channel.Channel;
import io.netty.channel.WriteBufferWaterMark;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.gatehouse.connector.Opening.OpenDoor;
import org.gatehouse.sip.transaction.Flow;
import org.gatehouse.sip.transaction.Listener;
import org.gatehouse.transport.DatagramSocketHandle;
import org.gatehouse.transport.UdpLoop;
import org.gatehouse.transport.stream.ListenOptions;
import org.gatehouse.transport.stream.StreamLoops;
import org.jspecify.annotations.Nullable;

/**
 * One side of an element: an address with a UDP socket and a TCP listener, and the connections
 * there. Owned by the loop.
 */
final class Leg {
  private static final int MAXIMUM_CONNECTIONS = 20_000;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** What a peer may leave unread before it counts as unreachable. */
  private static final WriteBufferWaterMark UNREAD = new WriteBufferWaterMark(1 << 19, 1 << 20);

  private final Listener listener;
  private final UdpLoop loop;
  private final StreamLoops streams;
  private final SipTraffic traffic;
  private final Map<Long, StreamFlow> byId = new HashMap<>();
  private final Map<InetSocketAddress, StreamFlow> byRemote = new HashMap<>();
  private @Nullable DatagramSocketHandle socket;
  private long connections;

  Leg(Listener listener, UdpLoop loop, StreamLoops streams, SipTraffic traffic) {
    this.listener = listener;
    this.loop = loop;
    this.streams = streams;
    this.traffic = traffic;
    this.connections = loop.clock().millis() << 16;
  }

  Listener listener() {
    return listener;
  }

  UdpLoop loop() {
    return loop;
  }

  SipTraffic traffic() {
    return traffic;
  }

  int openConnections() {
    return byId.size();
  }

  CompletionStage<OpenDoor> openUdp(Inbound inbound) {
    return loop.bind(
            listener.address(),
            (from, source, datagram) -> inbound.datagram(datagram, new UdpFlow(this, source)))
        .thenApply(
            bound -> {
              socket = bound;
              return new OpenDoor("udp " + listener.sentBy(), bound::close);
            });
  }

  CompletionStage<OpenDoor> openTcp(Inbound inbound) {
    return streams
        .listen(
            listener.address(),
            ListenOptions.atMost(MAXIMUM_CONNECTIONS),
            channel -> accepted(channel, inbound))
        .thenApply(
            open ->
                new OpenDoor(
                    "tcp " + listener.sentBy(),
                    () -> {
                      open.close();
                      byId.values().forEach(StreamFlow::closed);
                    }));
  }

  void sendDatagram(ByteBuffer payload, InetSocketAddress remote) {
    if (socket != null) {
      traffic.sent.increment();
      socket.send(payload, remote);
    }
  }

  /** The way to a peer: over UDP at once, over TCP on a connection that is open or now opened. */
  Optional<Flow> flow(String transport, InetSocketAddress remote, Inbound inbound) {
    if (transport.equals("UDP")) {
      return Optional.of(new UdpFlow(this, remote));
    }
    if (!transport.equals("TCP")) {
      return Optional.empty();
    }
    StreamFlow known = byRemote.get(remote);
    return Optional.of(known != null ? known : connect(remote, inbound));
  }

  Optional<Flow> connection(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  private StreamFlow connect(InetSocketAddress remote, Inbound inbound) {
    StreamFlow flow = register(remote);
    InetSocketAddress from = new InetSocketAddress(listener.address().getAddress(), 0);
    streams
        .connectFrom(
            from,
            remote,
            CONNECT_TIMEOUT,
            channel -> {
              channel.config().setWriteBufferWaterMark(UNREAD);
              channel.pipeline().addLast(new SipConnection(this, flow, inbound));
            })
        .whenComplete(
            (channel, failure) ->
                loop.execute(
                    () -> {
                      if (channel == null) {
                        gone(flow);
                      } else {
                        flow.opened(channel);
                      }
                    }));
    return flow;
  }

  /** On the connection's loop; the flow becomes known before its first message does. */
  private void accepted(Channel channel, Inbound inbound) {
    InetSocketAddress remote = (InetSocketAddress) channel.remoteAddress();
    channel.config().setAutoRead(false);
    channel.config().setWriteBufferWaterMark(UNREAD);
    loop.execute(
        () -> {
          StreamFlow flow = register(remote);
          flow.opened(channel);
          channel
              .eventLoop()
              .execute(
                  () -> {
                    channel.pipeline().addLast(new SipConnection(this, flow, inbound));
                    channel.config().setAutoRead(true);
                  });
        });
  }

  private StreamFlow register(InetSocketAddress remote) {
    connections++;
    StreamFlow flow = new StreamFlow(this, remote, connections);
    byId.put(flow.id(), flow);
    byRemote.put(remote, flow);
    return flow;
  }

  void gone(StreamFlow flow) {
    byId.remove(flow.id(), flow);
    byRemote.remove(flow.remote(), flow);
    flow.closed();
  }
}
