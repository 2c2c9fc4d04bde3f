package org.gatehouse.turn;

import java.util.List;
import org.gatehouse.stun.ErrorCode;
import org.gatehouse.stun.IntegrityAlgorithm;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.StunMessageBuilder;
import org.gatehouse.stun.UnknownAttributes;
import org.gatehouse.turn.Outcome.ErrorResponse;
import org.gatehouse.turn.Outcome.Success;

/**
 * A request whose sender proved to know the password. Its responses carry integrity of the same
 * kind and key (RFC 8489 §9.2.4).
 */
final class AuthenticatedRequest {
  private final Arrival arrival;
  private final String username;
  private final IntegrityAlgorithm algorithm;
  private final byte[] key;

  AuthenticatedRequest(Arrival arrival, String username, IntegrityAlgorithm algorithm, byte[] key) {
    this.arrival = arrival;
    this.username = username;
    this.algorithm = algorithm;
    this.key = key;
  }

  StunMessage message() {
    return arrival.message();
  }

  FiveTuple fiveTuple() {
    return arrival.fiveTuple();
  }

  String username() {
    return username;
  }

  /** Starts a success response. */
  StunMessageBuilder response() {
    return Responses.success(message());
  }

  Step succeed(StunMessageBuilder response) {
    return new Step.Done(new Success(signed(response)));
  }

  Step fail(ErrorCode error) {
    return fail(error, Responses.error(message(), error));
  }

  Step failUnknown(UnknownAttributes unknown) {
    ErrorCode error = ErrorCodes.UNKNOWN_ATTRIBUTE;
    return fail(error, Responses.error(message(), error).add(unknown));
  }

  private Step fail(ErrorCode error, StunMessageBuilder response) {
    return new Step.Done(new ErrorResponse(signed(response), error));
  }

  private StunMessage signed(StunMessageBuilder response) {
    return Responses.built(response.integrity(algorithm, key), message());
  }

  @Override
  public String toString() {
    return message().method() + " of " + username + List.of(fiveTuple());
  }
}
