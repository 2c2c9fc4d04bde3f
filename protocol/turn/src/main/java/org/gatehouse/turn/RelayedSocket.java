package org.gatehouse.turn;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** A relayed transport address with the socket behind it, which the connector made. */
public interface RelayedSocket {

  /** The relayed transport address as peers see it. */
  InetSocketAddress address();

  /** Sends one datagram, from position to limit. */
  void send(ByteBuffer payload, InetSocketAddress peer);

  void close();
}
