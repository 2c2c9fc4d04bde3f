package org.gatehouse.transport;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** A UDP socket bound to a loop. Every method is called on that loop. */
public interface DatagramSocketHandle extends AutoCloseable {

  /** The bound transport address, with the real port where 0 was asked for. */
  InetSocketAddress localAddress();

  /**
   * Sends one datagram. A datagram that the kernel refuses is counted and dropped, as UDP does.
   *
   * @param payload sent from position to limit, read before the call returns
   */
  void send(ByteBuffer payload, InetSocketAddress destination);

  /** Closes the socket; datagrams still in the kernel are lost. */
  @Override
  void close();
}
