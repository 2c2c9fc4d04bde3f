package org.gatehouse.directory.administration;

import static java.util.Objects.requireNonNull;

/**
 * A user of the enterprise; digests are never shown.
 *
 * @param aor the address of record, {@code user@domain}
 * @param enabled whether the user may do anything
 * @param maximumAllocations how many TURN allocations the user may hold on one node
 */
public record UserEntry(String aor, boolean enabled, int maximumAllocations) {
  /** What a user gets when the operator names no number. */
  public static final int DEFAULT_MAXIMUM_ALLOCATIONS = 20;

  public UserEntry {
    requireNonNull(aor, "aor");
  }
}
