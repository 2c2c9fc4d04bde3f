package org.gatehouse.admission;

import java.time.Duration;

/**
 * The limits of one allocation.
 *
 * @param maximumLifetime the longest lifetime that an Allocate or Refresh may ask for (RFC 8656
 *     §7.2)
 */
public record RelayGrant(Duration maximumLifetime) {
  public RelayGrant {
    if (maximumLifetime.isNegative() || maximumLifetime.isZero()) {
      throw new IllegalArgumentException("lifetime must be positive: " + maximumLifetime);
    }
  }
}
