package org.gatehouse.sip.transaction;

import java.time.Duration;

/** Runs tasks on the loop that owns a transaction layer, after a while. */
@FunctionalInterface
public interface Timers {

  /** Runs the task once the delay has passed. */
  Timer schedule(Duration delay, Runnable task);

  /** A task that has not run yet. */
  @FunctionalInterface
  interface Timer {
    /** Keeps the task from running; harmless when it ran. */
    void cancel();
  }
}
