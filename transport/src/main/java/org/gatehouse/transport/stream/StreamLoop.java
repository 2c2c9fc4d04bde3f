package org.gatehouse.transport.stream;

import static java.util.Objects.requireNonNull;

import io.netty.channel.Channel;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.gatehouse.transport.EventLoop;

/**
 * The loop that owns a connection. Tasks given after the loops have closed are rejected with {@code
 * RejectedExecutionException}.
 *
 * @param executor Netty's side of the loop
 * @param clock the clock of its owner
 */
public record StreamLoop(EventExecutor executor, Clock clock) implements EventLoop {
  public StreamLoop {
    requireNonNull(executor, "executor");
    requireNonNull(clock, "clock");
  }

  /** The loop of this connection, with a clock. */
  public static StreamLoop of(Channel channel, Clock clock) {
    return new StreamLoop(channel.eventLoop(), clock);
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }

  @Override
  public Timeout schedule(Duration delay, Runnable task) {
    ScheduledFuture<?> scheduled = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }

  @Override
  public boolean inLoop() {
    return executor.inEventLoop();
  }
}
