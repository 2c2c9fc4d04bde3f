package org.gatehouse.directory.snapshot;

import static java.util.Objects.requireNonNull;

/**
 * A rule for relay peers.
 *
 * @param network whose addresses it decides
 * @param allowed whether they may be reached
 */
public record PeerNetwork(Network network, boolean allowed) {
  public PeerNetwork {
    requireNonNull(network, "network");
  }
}
