package org.gatehouse.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.stun.TransactionId;
import org.gatehouse.turn.Arrival;
import org.gatehouse.turn.FiveTuple;

/**
 * The requests that wait for an answer of the authority. What the client repeats meanwhile (RFC
 * 8489 §6.2.1) is known by its transaction and dropped. Belongs to the loop.
 */
final class Pending {
  /** After which a client has given up (RFC 8489 §6.2.1). */
  static final Duration TIMEOUT = Duration.ofMillis(39_500);

  private static final int MOST = 10_000;

  private record Transaction(FiveTuple fiveTuple, TransactionId id) {}

  private final Map<Transaction, Instant> since = new HashMap<>();

  /** Whether the request is new and there is room for it. */
  boolean begin(Arrival arrival, Instant now) {
    return since.size() < MOST && since.putIfAbsent(transaction(arrival), now) == null;
  }

  void end(Arrival arrival) {
    since.remove(transaction(arrival));
  }

  /** Forgets what was never answered. */
  void sweep(Instant now) {
    Instant oldest = now.minus(TIMEOUT);
    since.values().removeIf(begun -> begun.isBefore(oldest));
  }

  private static Transaction transaction(Arrival arrival) {
    return new Transaction(arrival.fiveTuple(), arrival.message().transactionId());
  }
}
