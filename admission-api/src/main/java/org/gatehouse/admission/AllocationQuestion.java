package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

/**
 * One more allocation for an authenticated user.
 *
 * @param stranger the client's transport address and the side it came from
 * @param username the authenticated user
 * @param held how many allocations this user holds on this node
 */
public record AllocationQuestion(Stranger stranger, String username, int held) {
  public AllocationQuestion {
    requireNonNull(stranger, "stranger");
    requireNonNull(username, "username");
    if (held < 0) {
      throw new IllegalArgumentException("held allocations cannot be negative: " + held);
    }
  }
}
