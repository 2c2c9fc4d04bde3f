package org.gatehouse.turn;

import static java.util.Objects.requireNonNull;

import org.gatehouse.stun.ErrorCode;
import org.gatehouse.stun.StunMessage;

/** How a message was processed. */
public sealed interface Outcome {

  /** It was done, and the client is told. */
  record Success(StunMessage response) implements Outcome {
    public Success {
      requireNonNull(response, "response");
    }
  }

  /** It was not done, and the client is told why. */
  record ErrorResponse(StunMessage response, ErrorCode error) implements Outcome {
    public ErrorResponse {
      requireNonNull(response, "response");
      requireNonNull(error, "error");
    }
  }

  /**
   * It is discarded without an answer.
   *
   * @param why for the log
   */
  record Silence(String why) implements Outcome {
    public Silence {
      requireNonNull(why, "why");
    }
  }
}
