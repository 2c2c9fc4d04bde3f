package org.gatehouse.sip.transaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when a test says so. */
public final class ManualTimers implements Timers {
  private record Entry(long due, Runnable task) {}

  private final List<Entry> entries = new ArrayList<>();
  private long now;

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    Entry entry = new Entry(now + delay.toMillis(), task);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  /** Lets time pass and runs what falls due on the way, in order. */
  public void pass(long millis) {
    long end = now + millis;
    while (true) {
      Entry next =
          entries.stream()
              .filter(entry -> entry.due() <= end)
              .min(Comparator.comparingLong(Entry::due))
              .orElse(null);
      if (next == null) {
        now = end;
        return;
      }
      entries.remove(next);
      now = Math.max(now, next.due());
      next.task().run();
    }
  }
}
