package org.gatehouse.transport;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * The one owner of some state: everything that touches it runs here, one task after the other.
 *
 * <p>{@link #execute} may be called from any thread; the other methods only from the loop itself.
 */
public interface EventLoop extends Executor {

  /** Runs the task on the loop, after what is queued already. */
  @Override
  void execute(Runnable task);

  /** Runs the task on the loop once the delay has passed, unless it is cancelled before. */
  Timeout schedule(Duration delay, Runnable task);

  /** Whether the calling thread is the loop. */
  boolean inLoop();

  /** The clock whose instants the loop's owner works with. */
  Clock clock();

  /** A scheduled task that has not run yet. */
  interface Timeout {
    /** Keeps the task from running. Harmless when it ran already. */
    void cancel();
  }
}
