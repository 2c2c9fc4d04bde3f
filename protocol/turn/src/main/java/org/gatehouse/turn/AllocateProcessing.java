package org.gatehouse.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.stun.AdditionalAddressFamily;
import org.gatehouse.stun.AddressErrorCode;
import org.gatehouse.stun.AddressFamily;
import org.gatehouse.stun.AttributeType;
import org.gatehouse.stun.DontFragment;
import org.gatehouse.stun.ErrorCode;
import org.gatehouse.stun.EvenPort;
import org.gatehouse.stun.Lifetime;
import org.gatehouse.stun.RequestedAddressFamily;
import org.gatehouse.stun.RequestedTransport;
import org.gatehouse.stun.ReservationToken;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.StunMessageBuilder;
import org.gatehouse.stun.UnknownAttributes;
import org.gatehouse.stun.XorMappedAddress;
import org.gatehouse.stun.XorRelayedAddress;
import org.gatehouse.turn.Answer.Denied;
import org.gatehouse.turn.Answer.Granted;
import org.gatehouse.turn.Step.NeedsAllocation;
import org.gatehouse.turn.Step.NeedsRelayedAddress;
import org.jspecify.annotations.Nullable;

/** An Allocate request whose sender is authenticated (RFC 8656 §7.2). */
final class AllocateProcessing {
  private final TurnServer server;
  private final Allocations allocations;
  private final AuthenticatedRequest request;
  private final StunMessage message;

  private AllocateProcessing(TurnServer server, AuthenticatedRequest request) {
    this.server = server;
    this.allocations = server.allocations();
    this.request = request;
    this.message = request.message();
  }

  static Step process(TurnServer server, AuthenticatedRequest request, Instant now) {
    return new AllocateProcessing(server, request).process(now);
  }

  private Step process(Instant now) {
    Allocation existing = allocations.find(request.fiveTuple(), now); // 7.2 step 2
    if (existing != null) {
      return retransmitted(existing)
          ? succeed(existing, now)
          : request.fail(ErrorCodes.ALLOCATION_MISMATCH);
    }
    ErrorCode fault = checkTransport(); // 7.2 step 3
    if (fault != null) {
      return request.fail(fault);
    }
    if (message.has(DontFragment.class)) { // 7.2 step 4
      return request.failUnknown(new UnknownAttributes(List.of(AttributeType.DONT_FRAGMENT)));
    }
    fault = checkReservationToken(now); // 7.2 step 5
    if (fault == null) {
      fault = checkAddressFamily(); // 7.2 steps 6, 7 and 9
    }
    if (fault == null) {
      fault = checkEvenPort(); // 7.2 step 8
    }
    return fault == null ? askQuota() : request.fail(fault); // 7.2 step 10
  }

  private boolean retransmitted(Allocation existing) {
    return existing.origin().transactionId().equals(message.transactionId())
        && existing.username().equals(request.username());
  }

  private @Nullable ErrorCode checkTransport() {
    Optional<RequestedTransport> transport = message.first(RequestedTransport.class);
    if (transport.isEmpty()) {
      return ErrorCodes.BAD_REQUEST;
    }
    return transport.get().protocol() == RequestedTransport.UDP
        ? null
        : ErrorCodes.UNSUPPORTED_TRANSPORT;
  }

  private @Nullable ErrorCode checkReservationToken(Instant now) {
    Optional<ReservationToken> token = message.first(ReservationToken.class);
    if (token.isEmpty()) {
      return null;
    }
    if (message.has(EvenPort.class)
        || message.has(RequestedAddressFamily.class)
        || message.has(AdditionalAddressFamily.class)) {
      return ErrorCodes.BAD_REQUEST;
    }
    return allocations.holds(token.get(), now) ? null : ErrorCodes.INSUFFICIENT_CAPACITY;
  }

  private @Nullable ErrorCode checkAddressFamily() {
    Optional<AdditionalAddressFamily> additional = message.first(AdditionalAddressFamily.class);
    if (additional.isPresent()
        && (message.has(RequestedAddressFamily.class)
            || additional.get().family() != AddressFamily.IPV6.code())) {
      return ErrorCodes.BAD_REQUEST;
    }
    boolean supported =
        message.has(ReservationToken.class)
            || server.families().stream().anyMatch(f -> f.code() == familyCode());
    return supported ? null : ErrorCodes.ADDRESS_FAMILY_NOT_SUPPORTED;
  }

  private int familyCode() {
    return message
        .first(RequestedAddressFamily.class)
        .map(RequestedAddressFamily::family)
        .orElse(AddressFamily.IPV4.code());
  }

  private @Nullable ErrorCode checkEvenPort() {
    boolean pair = message.first(EvenPort.class).filter(EvenPort::reserveNext).isPresent();
    return pair && message.has(AdditionalAddressFamily.class) ? ErrorCodes.BAD_REQUEST : null;
  }

  private Step askQuota() {
    if (allocations.full()) {
      return request.fail(ErrorCodes.INSUFFICIENT_CAPACITY);
    }
    int held = allocations.heldBy(request.username());
    return new NeedsAllocation(
        request.username(), held, (answer, now) -> admitted(answer, held, now));
  }

  private Step admitted(Answer<Duration> answer, int held, Instant now) {
    if (answer instanceof Denied<Duration> denied) {
      return request.fail(denied.error());
    }
    if (allocations.find(request.fiveTuple(), now) != null) {
      return request.fail(ErrorCodes.ALLOCATION_MISMATCH);
    }
    if (allocations.full() || allocations.heldBy(request.username()) != held) {
      return askQuota();
    }
    Duration maximum = ((Granted<Duration>) answer).grant();
    Optional<ReservationToken> token = message.first(ReservationToken.class);
    if (token.isPresent()) {
      RelayedSocket reserved = allocations.take(token.get(), now);
      return reserved == null
          ? request.fail(ErrorCodes.INSUFFICIENT_CAPACITY)
          : create(maximum, new RelayedSockets(reserved, null), now);
    }
    Optional<EvenPort> even = message.first(EvenPort.class);
    return new NeedsRelayedAddress(
        familyCode() == AddressFamily.IPV4.code() ? AddressFamily.IPV4 : AddressFamily.IPV6,
        even.isPresent(),
        even.filter(EvenPort::reserveNext).isPresent(),
        (sockets, later) ->
            sockets instanceof Granted<RelayedSockets> bound
                ? create(maximum, bound.grant(), later)
                : request.fail(((Denied<RelayedSockets>) sockets).error()));
  }

  private Step create(Duration maximum, RelayedSockets sockets, Instant now) {
    RelayedSocket next = sockets.next();
    Allocation.Origin origin =
        new Allocation.Origin(
            request.fiveTuple(),
            request.username(),
            message.transactionId(),
            maximum,
            next == null ? null : allocations.reserve(next, now));
    Limits limits = allocations.limits();
    Duration wanted = message.first(Lifetime.class).map(Lifetime::duration).orElse(null);
    Duration lifetime = Allocation.lifetime(wanted, maximum, limits);
    Allocation allocation = new Allocation(origin, sockets.relayed(), limits, now.plus(lifetime));
    allocations.add(allocation);
    return succeed(allocation, now);
  }

  private Step succeed(Allocation allocation, Instant now) {
    StunMessageBuilder response =
        request
            .response()
            .add(new XorRelayedAddress(allocation.relayed().address()))
            .add(new Lifetime(allocation.remaining(now)))
            .add(new XorMappedAddress(request.fiveTuple().client()));
    ReservationToken reservation = allocation.origin().reservation();
    if (reservation != null) {
      response.add(reservation);
    }
    if (message.has(AdditionalAddressFamily.class)) {
      response.add(
          new AddressErrorCode(AddressFamily.IPV6, ErrorCodes.ADDRESS_FAMILY_NOT_SUPPORTED));
    }
    return request.succeed(response);
  }
}
