package org.gatehouse.connector;

import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkContextProvider;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An event loop on a long-running thread of the container (Jakarta Connectors 2.1 §11). */
public final class LoopWork implements Work, WorkContextProvider {
  private static final long serialVersionUID = 1L;

  private final transient String name;
  private final transient Runnable loop;
  private final transient Runnable stop;
  private final transient CountDownLatch ended = new CountDownLatch(1);

  private LoopWork(String name, Runnable loop, Runnable stop) {
    this.name = name;
    this.loop = loop;
    this.stop = stop;
  }

  /**
   * Starts a loop.
   *
   * @param loop returns when the loop has ended
   * @param stop asks the loop to end, without waiting
   */
  public static LoopWork start(WorkManager works, String name, Runnable loop, Runnable stop)
      throws WorkException {
    LoopWork work = new LoopWork(name, loop, stop);
    works.startWork(work);
    return work;
  }

  @Override
  public void run() {
    try {
      loop.run();
    } finally {
      ended.countDown();
    }
  }

  @Override
  public void release() {
    stop.run();
  }

  /** Asks the loop to end and waits for it; a loop that does not is named in the log. */
  public void stop(Duration deadline) {
    stop.run();
    boolean done = false;
    try {
      done = ended.await(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!done) {
      ConnectorLog.LOG.loopDidNotEnd(name);
    }
  }

  @Override
  public List<WorkContext> getWorkContexts() {
    HintsContext hints = new HintsContext();
    hints.setHint(HintsContext.NAME_HINT, name);
    hints.setHint(HintsContext.LONGRUNNING_HINT, true);
    return List.of(hints);
  }
}
