package org.gatehouse.turn;

import java.util.List;
import org.gatehouse.stun.AttributeType;
import org.gatehouse.stun.MalformedAttribute;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.UnknownAttributes;
import org.gatehouse.stun.XorMappedAddress;
import org.gatehouse.turn.Outcome.ErrorResponse;
import org.gatehouse.turn.Outcome.Success;

/** A Binding request (RFC 8489 §6.3.1 and §12): anybody may learn his own address. */
final class BindingProcessing {
  private BindingProcessing() {}

  static Step process(Arrival arrival) {
    StunMessage request = arrival.message();
    List<AttributeType> unknown = request.unknownRequired();
    if (!unknown.isEmpty()) {
      StunMessage response =
          Responses.built(
              Responses.error(request, ErrorCodes.UNKNOWN_ATTRIBUTE)
                  .add(new UnknownAttributes(unknown)),
              request);
      return new Step.Done(new ErrorResponse(response, ErrorCodes.UNKNOWN_ATTRIBUTE));
    }
    if (request.has(MalformedAttribute.class)) {
      return Responses.unsigned(request, ErrorCodes.BAD_REQUEST);
    }
    StunMessage response =
        Responses.built(
            Responses.success(request).add(new XorMappedAddress(arrival.fiveTuple().client())),
            request);
    return new Step.Done(new Success(response));
  }
}
