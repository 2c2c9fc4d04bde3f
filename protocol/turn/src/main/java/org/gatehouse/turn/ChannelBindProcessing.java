package org.gatehouse.turn;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.gatehouse.stun.AddressFamily;
import org.gatehouse.stun.ChannelNumber;
import org.gatehouse.stun.ErrorCode;
import org.gatehouse.stun.XorPeerAddress;
import org.gatehouse.turn.Answer.Denied;
import org.gatehouse.turn.Step.NeedsPermission;
import org.jspecify.annotations.Nullable;

/** A ChannelBind request of the owner of an allocation (RFC 8656 §12.2). */
final class ChannelBindProcessing {
  private final Allocations allocations;
  private final AuthenticatedRequest request;
  private final Allocation allocation;

  private ChannelBindProcessing(
      Allocations allocations, AuthenticatedRequest request, Allocation allocation) {
    this.allocations = allocations;
    this.request = request;
    this.allocation = allocation;
  }

  static Step process(
      Allocations allocations, AuthenticatedRequest request, Allocation allocation, Instant now) {
    return new ChannelBindProcessing(allocations, request, allocation).process(now);
  }

  private Step process(Instant now) {
    if (!request.message().has(ChannelNumber.class)
        || !request.message().has(XorPeerAddress.class)) {
      return request.fail(ErrorCodes.BAD_REQUEST);
    }
    int number = request.message().first(ChannelNumber.class).orElseThrow().number();
    InetSocketAddress peer = request.message().first(XorPeerAddress.class).orElseThrow().address();
    ErrorCode fault = fault(number, peer, now);
    if (fault != null) {
      return request.fail(fault);
    }
    return new NeedsPermission(
        request.username(),
        peer,
        (answer, later) ->
            answer instanceof Denied<InetSocketAddress> denied
                ? request.fail(denied.error())
                : bind(number, peer, later));
  }

  private @Nullable ErrorCode fault(int number, InetSocketAddress peer, Instant now) {
    if (number < ChannelData.FIRST_NUMBER || number > ChannelData.LAST_NUMBER) {
      return ErrorCodes.BAD_REQUEST;
    }
    ChannelBinding ofNumber = allocation.channel(number, now);
    ChannelBinding ofPeer = allocation.channelTo(peer, now);
    if (ofNumber != ofPeer) {
      return ErrorCodes.BAD_REQUEST;
    }
    if (AddressFamily.of(peer.getAddress()) != allocation.family()) {
      return ErrorCodes.PEER_ADDRESS_FAMILY_MISMATCH;
    }
    boolean room =
        (ofNumber != null || allocation.hasRoomForChannel())
            && allocation.hasRoomFor(List.of(peer.getAddress()));
    return room ? null : ErrorCodes.INSUFFICIENT_CAPACITY;
  }

  private Step bind(int number, InetSocketAddress peer, Instant now) {
    if (allocations.find(request.fiveTuple(), now) != allocation) {
      return request.fail(ErrorCodes.ALLOCATION_MISMATCH);
    }
    ErrorCode fault = fault(number, peer, now);
    if (fault != null) {
      return request.fail(fault);
    }
    allocation.bind(number, peer, now);
    return request.succeed(request.response());
  }
}
