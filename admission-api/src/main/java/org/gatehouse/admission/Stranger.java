package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;

/**
 * Who asks, as far as the wire can tell.
 *
 * @param side the side of the listener at which the question arrived
 * @param transport the transport as its protocol spells it in upper case: {@code UDP}, {@code TCP},
 *     {@code TLS}, {@code WS}, {@code WSS}, {@code DTLS}
 * @param address the source transport address of the datagram or connection
 */
public record Stranger(Side side, String transport, InetSocketAddress address) {
  public Stranger {
    requireNonNull(side, "side");
    requireNonNull(transport, "transport");
    requireNonNull(address, "address");
  }
}
