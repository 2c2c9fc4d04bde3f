package org.gatehouse.transport;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Receives the datagrams of one socket, on the loop that owns it. */
@FunctionalInterface
public interface DatagramHandler {

  /**
   * One datagram arrived.
   *
   * @param socket where it arrived, and the way to answer
   * @param source the sender's transport address
   * @param datagram the payload from position to limit; valid only during the call
   */
  void received(DatagramSocketHandle socket, InetSocketAddress source, ByteBuffer datagram);
}
