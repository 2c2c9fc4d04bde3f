package org.gatehouse.turn;

import java.time.Duration;

/**
 * Lifetimes and the bounds of every table.
 *
 * @param lifetime of an allocation whose client asked for none (RFC 8656 §3.2)
 * @param permission of a permission (RFC 8656 §9)
 * @param channel of a channel binding (RFC 8656 §12)
 * @param reservation of a reserved port (RFC 8656 §7.2)
 * @param nonce after which a nonce is stale (RFC 8656 §5)
 * @param credential for which the keys of a user are not asked again
 * @param allocations the most at one time
 * @param permissions the most of one allocation
 * @param channels the most of one allocation
 */
public record Limits(
    Duration lifetime,
    Duration permission,
    Duration channel,
    Duration reservation,
    Duration nonce,
    Duration credential,
    int allocations,
    int permissions,
    int channels) {

  /** The durations of the specification. */
  public static final Limits STANDARD =
      new Limits(
          Duration.ofMinutes(10),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          Duration.ofSeconds(60),
          10_000,
          64,
          64);
}
