package org.gatehouse.turn;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.gatehouse.stun.AddressFamily;
import org.gatehouse.stun.XorPeerAddress;
import org.gatehouse.turn.Answer.Denied;
import org.gatehouse.turn.Step.NeedsPermission;

/**
 * A CreatePermission request of the owner of an allocation (RFC 8656 §10.2). Either every peer gets
 * its permission, or none.
 */
final class CreatePermissionProcessing {
  private final Allocations allocations;
  private final AuthenticatedRequest request;
  private final Allocation allocation;
  private final List<InetSocketAddress> peers;

  private CreatePermissionProcessing(
      Allocations allocations, AuthenticatedRequest request, Allocation allocation) {
    this.allocations = allocations;
    this.request = request;
    this.allocation = allocation;
    this.peers =
        request.message().all(XorPeerAddress.class).stream()
            .map(XorPeerAddress::address)
            .distinct()
            .toList();
  }

  static Step process(
      Allocations allocations, AuthenticatedRequest request, Allocation allocation) {
    return new CreatePermissionProcessing(allocations, request, allocation).check();
  }

  private Step check() {
    if (peers.isEmpty()) {
      return request.fail(ErrorCodes.BAD_REQUEST);
    }
    AddressFamily family = allocation.family();
    if (peers.stream().anyMatch(peer -> AddressFamily.of(peer.getAddress()) != family)) {
      return request.fail(ErrorCodes.PEER_ADDRESS_FAMILY_MISMATCH);
    }
    if (!allocation.hasRoomFor(addresses())) {
      return request.fail(ErrorCodes.INSUFFICIENT_CAPACITY);
    }
    return ask(0);
  }

  private List<InetAddress> addresses() {
    return peers.stream().map(InetSocketAddress::getAddress).toList();
  }

  private Step ask(int index) {
    return new NeedsPermission(
        request.username(),
        peers.get(index),
        (answer, now) -> {
          if (answer instanceof Denied<InetSocketAddress> denied) {
            return request.fail(denied.error());
          }
          return index + 1 < peers.size() ? ask(index + 1) : install(now);
        });
  }

  private Step install(Instant now) {
    if (allocations.find(request.fiveTuple(), now) != allocation) {
      return request.fail(ErrorCodes.ALLOCATION_MISMATCH);
    }
    if (!allocation.hasRoomFor(addresses())) {
      return request.fail(ErrorCodes.INSUFFICIENT_CAPACITY);
    }
    addresses().forEach(peer -> allocation.permit(peer, now));
    return request.succeed(request.response());
  }
}
