package org.gatehouse.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A loop over the datagram sockets it owns: one receive and one send call per datagram, no lock and
 * no object of its own per datagram.
 *
 * <p>{@link #bind}, {@link #execute} and {@link #stop} may be called from any thread.
 */
public final class UdpLoop implements EventLoop, Runnable {
  private static final int MAXIMUM_DATAGRAM_IN_BYTES = 65536;
  private static final int DATAGRAMS_PER_ROUND = 64;
  private static final int TASKS_PER_ROUND = 1024;

  private final String name;
  private final Clock clock;
  private final Selector selector;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean awake = new AtomicBoolean();
  private final TimerWheel timers;
  private final ByteBuffer received = ByteBuffer.allocateDirect(MAXIMUM_DATAGRAM_IN_BYTES);
  private final LongAdder unsent = new LongAdder();
  private volatile @Nullable Thread thread;
  private volatile boolean stopping;
  private volatile boolean ended;

  private UdpLoop(String name, Clock clock, Selector selector) {
    this.name = name;
    this.clock = clock;
    this.selector = selector;
    this.timers = new TimerWheel(clock.millis());
  }

  /** A loop that waits for a thread to {@link #run} it. */
  public static UdpLoop open(String name, Clock clock) {
    try {
      return new UdpLoop(name, clock, Selector.open());
    } catch (IOException e) {
      throw new UncheckedIOException("no selector for loop " + name, e);
    }
  }

  /** Binds a socket; a failure names the address. From any thread. */
  public CompletableFuture<DatagramSocketHandle> bind(
      InetSocketAddress address, DatagramHandler handler) {
    CompletableFuture<DatagramSocketHandle> bound = new CompletableFuture<>();
    execute(
        () -> {
          try {
            bound.complete(bindInLoop(address, handler));
          } catch (IOException e) {
            bound.completeExceptionally(e);
          }
        });
    return bound;
  }

  /** Binds a socket, on the loop. */
  public DatagramSocketHandle bindInLoop(InetSocketAddress address, DatagramHandler handler)
      throws IOException {
    return UdpSocket.open(selector, address, handler, unsent);
  }

  @Override
  public void execute(Runnable task) {
    if (ended) {
      throw new RejectedExecutionException("loop " + name + " has ended");
    }
    tasks.add(task);
    if (!inLoop() && awake.compareAndSet(false, true)) {
      selector.wakeup();
    }
  }

  @Override
  public Timeout schedule(Duration delay, Runnable task) {
    return timers.schedule(clock.millis(), delay, task);
  }

  @Override
  public boolean inLoop() {
    return Thread.currentThread() == thread;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  /** Datagrams that the kernel did not take. */
  public long unsent() {
    return unsent.sum();
  }

  /** Ends the loop: queued tasks still run, sockets close, {@link #run} returns. */
  public void stop() {
    stopping = true;
    selector.wakeup();
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    try {
      while (!stopping) {
        turn();
      }
      runTasks(Integer.MAX_VALUE);
    } catch (IOException e) {
      TransportLog.LOG.loopFailed(name, e);
    } finally {
      ended = true;
      close();
      thread = null;
    }
  }

  private void turn() throws IOException {
    long wait = timers.size() > 0 ? TimerWheel.TICK_IN_MILLIS : 1000;
    if (!tasks.isEmpty()) {
      selector.selectNow(this::readable);
    } else {
      selector.select(this::readable, wait);
    }
    awake.set(false);
    runTasks(TASKS_PER_ROUND);
    guarded(() -> timers.advance(clock.millis()));
  }

  private void readable(SelectionKey key) {
    UdpSocket socket = (UdpSocket) key.attachment();
    for (int i = 0; i < DATAGRAMS_PER_ROUND; i++) {
      received.clear();
      InetSocketAddress source = socket.receive(received);
      if (source == null) {
        return;
      }
      received.flip();
      try {
        socket.handler().received(socket, source, received);
      } catch (RuntimeException e) {
        TransportLog.LOG.handlerFailed(name, e);
      }
    }
  }

  private void runTasks(int most) {
    for (int i = 0; i < most; i++) {
      Runnable task = tasks.poll();
      if (task == null) {
        return;
      }
      guarded(task);
    }
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      TransportLog.LOG.handlerFailed(name, e);
    }
  }

  private void close() {
    selector.keys().forEach(key -> ((UdpSocket) key.attachment()).close());
    try {
      selector.close();
    } catch (IOException e) {
      TransportLog.LOG.loopFailed(name, e);
    }
  }

  @Override
  public String toString() {
    return "UdpLoop[" + name + "]";
  }
}
