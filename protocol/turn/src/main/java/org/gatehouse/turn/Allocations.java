package org.gatehouse.turn;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gatehouse.stun.ReservationToken;
import org.jspecify.annotations.Nullable;

/**
 * Every allocation by its 5-tuple, how many each user holds, and the reserved ports (RFC 8656 §6
 * and §7.2). Belongs to one loop.
 */
public final class Allocations {
  private static final int TOKEN_IN_BYTES = 8;

  private final Limits limits;
  private final SecureRandom random;
  private final Consumer<Allocation> ended;
  private final Map<FiveTuple, Allocation> byFiveTuple = new HashMap<>();
  private final Map<String, Integer> held = new HashMap<>();
  private final Map<ReservationToken, Reservation> reservations = new HashMap<>();

  private record Reservation(RelayedSocket socket, Instant until) {}

  /**
   * @param ended told of each allocation that ends, after its socket was closed
   */
  public Allocations(Limits limits, SecureRandom random, Consumer<Allocation> ended) {
    this.limits = limits;
    this.random = random;
    this.ended = ended;
  }

  Limits limits() {
    return limits;
  }

  /** How many there are. */
  public int size() {
    return byFiveTuple.size();
  }

  /** The allocation of a 5-tuple, while it lives. */
  public @Nullable Allocation find(FiveTuple fiveTuple, Instant now) {
    Allocation allocation = byFiveTuple.get(fiveTuple);
    if (allocation != null && !allocation.alive(now)) {
      end(allocation);
      return null;
    }
    return allocation;
  }

  int heldBy(String username) {
    return held.getOrDefault(username, 0);
  }

  boolean full() {
    return byFiveTuple.size() >= limits.allocations();
  }

  void add(Allocation allocation) {
    byFiveTuple.put(allocation.fiveTuple(), allocation);
    held.merge(allocation.username(), 1, Integer::sum);
  }

  /** Ends an allocation and closes its socket. */
  void end(Allocation allocation) {
    if (byFiveTuple.remove(allocation.fiveTuple(), allocation)) {
      held.computeIfPresent(allocation.username(), (user, n) -> n == 1 ? null : n - 1);
      allocation.relayed().close();
      ended.accept(allocation);
    }
  }

  /** Holds a socket for whoever presents the token; null where no more can be held. */
  @Nullable ReservationToken reserve(RelayedSocket socket, Instant now) {
    if (reservations.size() >= limits.allocations()) {
      socket.close();
      return null;
    }
    byte[] octets = new byte[TOKEN_IN_BYTES];
    random.nextBytes(octets);
    ReservationToken token = new ReservationToken(ByteBuffer.wrap(octets));
    reservations.put(token, new Reservation(socket, now.plus(limits.reservation())));
    return token;
  }

  boolean holds(ReservationToken token, Instant now) {
    Reservation reservation = reservations.get(token);
    return reservation != null && now.isBefore(reservation.until());
  }

  /** Hands out the reserved socket, once. */
  @Nullable RelayedSocket take(ReservationToken token, Instant now) {
    if (!holds(token, now)) {
      return null;
    }
    Reservation reservation = reservations.remove(token);
    return reservation == null ? null : reservation.socket();
  }

  /** Ends and forgets what has expired. Called about every second. */
  public void sweep(Instant now) {
    List<Allocation> expired = new ArrayList<>();
    for (Allocation allocation : byFiveTuple.values()) {
      if (allocation.alive(now)) {
        allocation.sweep(now);
      } else {
        expired.add(allocation);
      }
    }
    expired.forEach(this::end);
    reservations
        .values()
        .removeIf(
            reservation -> {
              boolean over = !now.isBefore(reservation.until());
              if (over) {
                reservation.socket().close();
              }
              return over;
            });
  }

  /** Ends everything. */
  public void endAll() {
    List.copyOf(byFiveTuple.values()).forEach(this::end);
    reservations.values().forEach(reservation -> reservation.socket().close());
    reservations.clear();
  }
}
