package org.gatehouse.transport;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A datagram channel and who handles what arrives at it. */
final class UdpSocket implements DatagramSocketHandle {
  private static final int KERNEL_BUFFER_IN_BYTES = 4 << 20;

  private final DatagramChannel channel;
  private final InetSocketAddress local;
  private final DatagramHandler handler;
  private final LongAdder unsent;

  private UdpSocket(
      DatagramChannel channel, InetSocketAddress local, DatagramHandler handler, LongAdder unsent) {
    this.channel = channel;
    this.local = local;
    this.handler = handler;
    this.unsent = unsent;
  }

  static UdpSocket open(
      Selector selector, InetSocketAddress address, DatagramHandler handler, LongAdder unsent)
      throws IOException {
    DatagramChannel channel =
        DatagramChannel.open(
            address.getAddress() instanceof Inet6Address
                ? StandardProtocolFamily.INET6
                : StandardProtocolFamily.INET);
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, KERNEL_BUFFER_IN_BYTES);
      channel.setOption(StandardSocketOptions.SO_SNDBUF, KERNEL_BUFFER_IN_BYTES);
      channel.configureBlocking(false);
      channel.bind(address);
      UdpSocket socket =
          new UdpSocket(channel, (InetSocketAddress) channel.getLocalAddress(), handler, unsent);
      channel.register(selector, SelectionKey.OP_READ, socket);
      return socket;
    } catch (IOException e) {
      channel.close();
      throw new IOException(
          address.getHostString() + ":" + address.getPort() + ": " + e.getMessage(), e);
    }
  }

  DatagramHandler handler() {
    return handler;
  }

  /** The source of the datagram now in {@code buffer}, or null when there is none. */
  @Nullable InetSocketAddress receive(ByteBuffer buffer) {
    try {
      return channel.isOpen() ? (InetSocketAddress) channel.receive(buffer) : null;
    } catch (IOException e) {
      TransportLog.LOG.receiveFailed(local, e);
      return null;
    }
  }

  @Override
  public InetSocketAddress localAddress() {
    return local;
  }

  @Override
  public void send(ByteBuffer payload, InetSocketAddress destination) {
    try {
      if (channel.send(payload, destination) == 0 && payload.hasRemaining()) {
        unsent.increment();
      }
    } catch (IOException | IllegalArgumentException e) {
      unsent.increment();
      TransportLog.LOG.sendFailed(destination, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      TransportLog.LOG.receiveFailed(local, e);
    }
  }
}
