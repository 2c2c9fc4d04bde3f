package org.gatehouse.conferencerelay;

import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.gatehouse.connector.LoopWork;

/** Gives each event loop a long-running work. Used by the thread that starts and stops. */
final class LoopWorks implements Executor {
  private final WorkManager works;
  private final List<LoopWork> loops = new ArrayList<>();
  private volatile Runnable end = () -> {};

  LoopWorks(WorkManager works) {
    this.works = works;
  }

  /** What asks all of them to end, without waiting. */
  void endBy(Runnable end) {
    this.end = end;
  }

  @Override
  public void execute(Runnable loop) {
    String name = "conference loop " + (loops.size() + 1);
    try {
      loops.add(LoopWork.start(works, name, loop, () -> end.run()));
    } catch (WorkException e) {
      throw new RejectedExecutionException(name + " gets no thread: " + e, e);
    }
  }

  /** Ends all of them and names those that did not end in time. */
  void stop(Duration deadline) {
    long start = System.nanoTime();
    for (LoopWork loop : loops) {
      Duration left = deadline.minusNanos(System.nanoTime() - start);
      loop.stop(left.isNegative() ? Duration.ZERO : left);
    }
  }
}
