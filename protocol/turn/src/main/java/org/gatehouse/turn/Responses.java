package org.gatehouse.turn;

import org.gatehouse.stun.ErrorCode;
import org.gatehouse.stun.Fingerprint;
import org.gatehouse.stun.MessageClass;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.StunMessageBuilder;
import org.gatehouse.turn.Outcome.ErrorResponse;

/** Starts and ends responses (RFC 8489 §6.3.1.1). */
final class Responses {
  private Responses() {}

  static StunMessageBuilder success(StunMessage request) {
    return StunMessage.with(
        MessageClass.SUCCESS_RESPONSE, request.method(), request.transactionId());
  }

  static StunMessageBuilder error(StunMessage request, ErrorCode error) {
    return StunMessage.with(MessageClass.ERROR_RESPONSE, request.method(), request.transactionId())
        .add(error);
  }

  /** A response without integrity: the client has not proved anything. */
  static Step unsigned(StunMessage request, ErrorCode error) {
    return new Step.Done(new ErrorResponse(built(error(request, error), request), error));
  }

  /** Ends with FINGERPRINT where the request did (RFC 8489 §7). */
  static StunMessage built(StunMessageBuilder response, StunMessage request) {
    return (request.has(Fingerprint.class) ? response.fingerprint() : response).build();
  }
}
