package org.gatehouse.turn;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.stun.AddressFamily;

/**
 * How far a request has come. Every step but {@link Done} says what is needed and how to go on; it
 * is resumed once, on the owner of the state, whatever time has passed.
 */
public sealed interface Step {

  /** The rest of the processing. */
  @FunctionalInterface
  interface Resume<G> {
    Step with(Answer<G> answer, Instant now);
  }

  /** Nothing is left to ask. */
  record Done(Outcome outcome) implements Step {}

  /** The keys of a user; unknown users are denied with 401. */
  record NeedsCredentials(String username, Resume<LongTermKeys> resume) implements Step {}

  /**
   * One more allocation; what is granted is its maximum lifetime.
   *
   * @param held how many the user has
   */
  record NeedsAllocation(String username, int held, Resume<Duration> resume) implements Step {}

  /** A permission or channel toward a peer; what is granted is the peer itself. */
  record NeedsPermission(String username, InetSocketAddress peer, Resume<InetSocketAddress> resume)
      implements Step {}

  /**
   * A socket.
   *
   * @param even whether its port must be even
   * @param pair whether the port above must be free and held too
   */
  record NeedsRelayedAddress(
      AddressFamily family, boolean even, boolean pair, Resume<RelayedSockets> resume)
      implements Step {}
}
