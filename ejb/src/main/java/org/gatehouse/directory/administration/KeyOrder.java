package org.gatehouse.directory.administration;

import static java.util.Objects.requireNonNull;

/**
 * What a new session key is to be good for.
 *
 * @param conference the conference that it leads to
 * @param user the address of record of the user it is issued for
 * @param lifetimeSeconds 1 to {@link #LONGEST_LIFETIME_SECONDS}
 * @param maximumUses how many connections it opens, 0 for any number until it expires
 */
public record KeyOrder(String conference, String user, long lifetimeSeconds, int maximumUses) {
  /** Thirty days. */
  public static final long LONGEST_LIFETIME_SECONDS = 30L * 24 * 3600;

  public KeyOrder {
    requireNonNull(conference, "conference");
    requireNonNull(user, "user");
  }
}
