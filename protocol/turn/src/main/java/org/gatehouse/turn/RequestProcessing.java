package org.gatehouse.turn;

import java.time.Instant;
import java.util.List;
import org.gatehouse.stun.AttributeType;
import org.gatehouse.stun.MalformedAttribute;
import org.gatehouse.stun.MessageClass;
import org.gatehouse.stun.Method;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.UnknownAttributes;
import org.gatehouse.turn.Outcome.Silence;

/** What every request goes through (RFC 8489 §6.3, RFC 8656 §5). */
public final class RequestProcessing {
  private RequestProcessing() {}

  /** Starts to process a message; indications and responses meet silence here. */
  public static Step process(TurnServer server, Arrival arrival, Instant now) {
    StunMessage message = arrival.message();
    if (message.messageClass() != MessageClass.REQUEST) {
      return new Step.Done(new Silence("not a request"));
    }
    if (message.method().equals(Method.BINDING)) {
      return BindingProcessing.process(arrival);
    }
    if (!served(message.method())) {
      return new Step.Done(new Silence("no such method"));
    }
    return server
        .credential()
        .check(arrival, now, (request, later) -> authenticated(server, request, later));
  }

  private static boolean served(Method method) {
    return method.equals(Method.ALLOCATE)
        || method.equals(Method.REFRESH)
        || method.equals(Method.CREATE_PERMISSION)
        || method.equals(Method.CHANNEL_BIND);
  }

  private static Step authenticated(TurnServer server, AuthenticatedRequest request, Instant now) {
    List<AttributeType> unknown = request.message().unknownRequired();
    if (!unknown.isEmpty()) {
      return request.failUnknown(new UnknownAttributes(unknown));
    }
    if (request.message().has(MalformedAttribute.class)) {
      return request.fail(ErrorCodes.BAD_REQUEST);
    }
    if (request.message().method().equals(Method.ALLOCATE)) {
      return AllocateProcessing.process(server, request, now);
    }
    Allocation allocation = server.allocations().find(request.fiveTuple(), now);
    if (allocation == null) {
      return request.fail(ErrorCodes.ALLOCATION_MISMATCH);
    }
    if (!allocation.username().equals(request.username())) {
      return request.fail(ErrorCodes.WRONG_CREDENTIALS);
    }
    if (request.message().method().equals(Method.REFRESH)) {
      return RefreshProcessing.process(server.allocations(), request, allocation, now);
    }
    if (request.message().method().equals(Method.CREATE_PERMISSION)) {
      return CreatePermissionProcessing.process(server.allocations(), request, allocation);
    }
    return ChannelBindProcessing.process(server.allocations(), request, allocation, now);
  }
}
