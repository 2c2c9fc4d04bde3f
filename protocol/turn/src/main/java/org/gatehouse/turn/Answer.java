package org.gatehouse.turn;

import static java.util.Objects.requireNonNull;

import org.gatehouse.stun.ErrorCode;

/** What came back for a {@link Step} that asked. */
public sealed interface Answer<G> {

  /** Yes. */
  record Granted<G>(G grant) implements Answer<G> {
    public Granted {
      requireNonNull(grant, "grant");
    }
  }

  /**
   * No.
   *
   * @param error what the client is told
   */
  record Denied<G>(ErrorCode error) implements Answer<G> {
    public Denied {
      requireNonNull(error, "error");
    }
  }
}
