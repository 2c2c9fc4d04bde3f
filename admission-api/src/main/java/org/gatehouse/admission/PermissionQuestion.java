package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;

/**
 * A permission or a channel toward a peer.
 *
 * @param username the authenticated user who owns the allocation
 * @param client the client's transport address and side
 * @param peer the peer's transport address; for CreatePermission the port is the one that the
 *     client named, although the permission covers every port
 */
public record PermissionQuestion(String username, Stranger client, InetSocketAddress peer) {
  public PermissionQuestion {
    requireNonNull(username, "username");
    requireNonNull(client, "client");
    requireNonNull(peer, "peer");
  }
}
