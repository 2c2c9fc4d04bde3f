package org.gatehouse.conferencerelay;

import java.util.concurrent.atomic.AtomicInteger;

/** How many connections may be in their opening at once. From any thread. */
final class Places {
  private final int most;
  private final AtomicInteger taken = new AtomicInteger();

  Places(int most) {
    this.most = most;
  }

  /** Takes a place, if there is one. */
  boolean take() {
    if (taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      return false;
    }
    return true;
  }

  void give() {
    taken.decrementAndGet();
  }

  int taken() {
    return taken.get();
  }
}
