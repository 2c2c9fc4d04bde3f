package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;

/**
 * A peer that may be reached through the relay.
 *
 * @param peer the transport address that was asked for
 */
public record PeerGrant(InetSocketAddress peer) {
  public PeerGrant {
    requireNonNull(peer, "peer");
  }
}
