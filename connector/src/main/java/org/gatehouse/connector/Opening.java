package org.gatehouse.connector;

import java.util.concurrent.CompletionStage;

/** Opens one listener. */
@FunctionalInterface
public interface Opening {

  /** Starts to listen; a failure's message says what is in the way. */
  CompletionStage<OpenDoor> open();

  /**
   * A listener that is open.
   *
   * @param address host and port, for people
   * @param close stops listening, without waiting
   */
  record OpenDoor(String address, Runnable close) {}
}
