package org.gatehouse.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.stun.Lifetime;
import org.gatehouse.stun.RequestedAddressFamily;

/** A Refresh request of the owner of an allocation (RFC 8656 §8.2). */
final class RefreshProcessing {
  private RefreshProcessing() {}

  static Step process(
      Allocations allocations, AuthenticatedRequest request, Allocation allocation, Instant now) {
    Optional<RequestedAddressFamily> family = request.message().first(RequestedAddressFamily.class);
    if (family.isPresent() && family.get().family() != allocation.family().code()) {
      return request.fail(ErrorCodes.PEER_ADDRESS_FAMILY_MISMATCH);
    }
    Duration wanted = request.message().first(Lifetime.class).map(Lifetime::duration).orElse(null);
    if (wanted != null && wanted.isZero()) {
      allocations.end(allocation);
      return request.succeed(request.response().add(new Lifetime(Duration.ZERO)));
    }
    Duration lifetime =
        Allocation.lifetime(wanted, allocation.origin().maximumLifetime(), allocations.limits());
    allocation.refresh(lifetime, now);
    return request.succeed(request.response().add(new Lifetime(lifetime)));
  }
}
