package org.gatehouse.turn;

import java.net.InetSocketAddress;
import java.time.Instant;

/** A channel of an allocation (RFC 8656 §12): its number, its peer, and until when. */
public final class ChannelBinding {
  private final int number;
  private final InetSocketAddress peer;
  private Instant expiry;

  ChannelBinding(int number, InetSocketAddress peer, Instant expiry) {
    this.number = number;
    this.peer = peer;
    this.expiry = expiry;
  }

  public int number() {
    return number;
  }

  public InetSocketAddress peer() {
    return peer;
  }

  void extend(Instant until) {
    expiry = until;
  }

  boolean bound(Instant now) {
    return now.isBefore(expiry);
  }
}
