package org.gatehouse.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Timers of one loop, in slots of ten milliseconds. Setting and cancelling cost the same however
 * many there are. Not for more than one thread.
 */
final class TimerWheel {
  static final long TICK_IN_MILLIS = 10;
  private static final int SLOTS = 1024;

  private final @Nullable Entry[] slots = new @Nullable Entry[SLOTS];
  private long tick;
  private int size;

  /**
   * @param nowInMillis the time from which the first tick counts
   */
  TimerWheel(long nowInMillis) {
    tick = nowInMillis / TICK_IN_MILLIS;
  }

  int size() {
    return size;
  }

  /** Never runs the task early: the delay is rounded up to the next tick. */
  EventLoop.Timeout schedule(long nowInMillis, Duration delay, Runnable task) {
    long due = nowInMillis + Math.max(0, delay.toMillis()) + TICK_IN_MILLIS - 1;
    Entry entry = new Entry(Math.max(due / TICK_IN_MILLIS, tick + 1), task);
    int slot = (int) (entry.due % SLOTS);
    Entry first = slots[slot];
    entry.next = first;
    if (first != null) {
      first.previous = entry;
    }
    slots[slot] = entry;
    size++;
    return entry;
  }

  /** Runs everything that is due; tasks may schedule and cancel. */
  void advance(long nowInMillis) {
    long now = nowInMillis / TICK_IN_MILLIS;
    if (now - tick > SLOTS) {
      tick = now - SLOTS;
    }
    while (tick < now) {
      tick++;
      run((int) (tick % SLOTS), now);
    }
  }

  private void run(int slot, long now) {
    Entry entry = slots[slot];
    while (entry != null) {
      if (entry.due > now) {
        entry = entry.next;
      } else {
        entry.cancel();
        entry.task.run();
        entry = slots[slot];
      }
    }
  }

  private final class Entry implements EventLoop.Timeout {
    private final long due;
    private final Runnable task;
    private @Nullable Entry previous;
    private @Nullable Entry next;
    private boolean out;

    private Entry(long due, Runnable task) {
      this.due = due;
      this.task = task;
    }

    @Override
    public void cancel() {
      if (out) {
        return;
      }
      out = true;
      size--;
      if (previous != null) {
        previous.next = next;
      } else {
        slots[(int) (due % SLOTS)] = next;
      }
      if (next != null) {
        next.previous = previous;
      }
    }
  }
}
