package org.gatehouse.connector;

import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Gives each event loop that is executed here a long-running work. Used by the thread that starts
 * and stops a connector.
 */
public final class LoopWorks implements Executor {
  private final WorkManager works;
  private final String name;
  private final List<LoopWork> loops = new ArrayList<>();
  private volatile Runnable end = () -> {};

  /**
   * @param name of the loops, to which each adds its number
   */
  public LoopWorks(WorkManager works, String name) {
    this.works = works;
    this.name = name;
  }

  /** What asks all of them to end, without waiting. */
  public void endBy(Runnable ending) {
    end = ending;
  }

  /**
   * Starts a loop.
   *
   * @throws RejectedExecutionException when the container has no thread for it
   */
  @Override
  public void execute(Runnable loop) {
    String one = name + " " + (loops.size() + 1);
    try {
      loops.add(LoopWork.start(works, one, loop, () -> end.run()));
    } catch (WorkException e) {
      throw new RejectedExecutionException(one + " gets no thread: " + e, e);
    }
  }

  /** Ends all of them and names those that did not end in time. */
  public void stop(Duration deadline) {
    long start = System.nanoTime();
    for (LoopWork loop : loops) {
      Duration left = deadline.minusNanos(System.nanoTime() - start);
      loop.stop(left.isNegative() ? Duration.ZERO : left);
    }
  }
}
