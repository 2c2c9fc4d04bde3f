package org.gatehouse.demo;

import java.time.Duration;

/** The end of a wait. */
final class Deadline {
  /** The longest that anything is waited for. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline inPatience() {
    return in(PATIENCE);
  }

  static Deadline in(Duration wait) {
    return new Deadline(System.nanoTime() + wait.toNanos());
  }

  boolean passed() {
    return end - System.nanoTime() <= 0;
  }

  /** For a socket: at least 1, since 0 would be for ever. */
  int millis() {
    return (int) Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis());
  }

  /** Milliseconds until the earlier of the two ends. */
  int millis(Deadline other) {
    return Math.min(millis(), other.millis());
  }
}
