package org.gatehouse.turn;

import static java.util.Objects.requireNonNull;

import org.gatehouse.stun.StunMessage;

/** A message and the 5-tuple on which it came. */
public record Arrival(StunMessage message, FiveTuple fiveTuple) {
  public Arrival {
    requireNonNull(message, "message");
    requireNonNull(fiveTuple, "fiveTuple");
  }
}
