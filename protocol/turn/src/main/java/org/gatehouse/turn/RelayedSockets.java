package org.gatehouse.turn;

import org.jspecify.annotations.Nullable;

/**
 * What was bound for one request.
 *
 * @param relayed for the allocation
 * @param next the port above it, held for a reservation, where the R bit asked for one
 */
public record RelayedSockets(RelayedSocket relayed, @Nullable RelayedSocket next) {}
