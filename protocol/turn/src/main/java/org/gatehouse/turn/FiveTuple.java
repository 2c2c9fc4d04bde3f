package org.gatehouse.turn;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;

/**
 * The 5-tuple of a client (RFC 8656 §3.2); its protocol is always UDP.
 *
 * @param client the source as the server sees it
 * @param server the transport address where the server listens
 */
public record FiveTuple(InetSocketAddress client, InetSocketAddress server) {
  public FiveTuple {
    requireNonNull(client, "client");
    requireNonNull(server, "server");
  }
}
