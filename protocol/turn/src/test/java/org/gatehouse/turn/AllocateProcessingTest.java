package org.gatehouse.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.gatehouse.conformance.Spec;
import org.gatehouse.stun.AdditionalAddressFamily;
import org.gatehouse.stun.AddressErrorCode;
import org.gatehouse.stun.AddressFamily;
import org.gatehouse.stun.Attribute;
import org.gatehouse.stun.AttributeType;
import org.gatehouse.stun.DontFragment;
import org.gatehouse.stun.EvenPort;
import org.gatehouse.stun.Lifetime;
import org.gatehouse.stun.Method;
import org.gatehouse.stun.RequestedAddressFamily;
import org.gatehouse.stun.RequestedTransport;
import org.gatehouse.stun.ReservationToken;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.UnknownAttribute;
import org.gatehouse.stun.UnknownAttributes;
import org.gatehouse.stun.XorMappedAddress;
import org.gatehouse.stun.XorRelayedAddress;
import org.junit.jupiter.api.Test;

class AllocateProcessingTest {
  private static final InetSocketAddress OTHER = new InetSocketAddress("192.0.2.8", 2);
  private final Harness server = new Harness();

  private int refused(Attribute... attributes) {
    int code = Harness.code(server.alice(Method.ALLOCATE, attributes));
    assertThat(server.allocation()).isNull();
    assertThat(server.sockets).isEmpty();
    return code;
  }

  @Test
  @Spec("RFC 8656 §7.2")
  void answersWithRelayedAndMappedAddressAndLifetime() {
    StunMessage response = Harness.response(server.alice(Method.ALLOCATE, Harness.UDP));
    assertThat(response.first(XorRelayedAddress.class))
        .contains(new XorRelayedAddress(new InetSocketAddress("198.51.100.2", 50000)));
    assertThat(response.first(XorMappedAddress.class))
        .contains(new XorMappedAddress(Harness.CLIENT));
    assertThat(response.first(Lifetime.class)).contains(new Lifetime(Duration.ofMinutes(10)));
  }

  @Test
  @Spec("RFC 8656 §7.2")
  void grantsALongerLifetimeUpToTheMaximumButNoShorterThanTheDefault() {
    assertThat(Allocation.lifetime(Duration.ofMinutes(20), Duration.ofHours(1), Limits.STANDARD))
        .isEqualTo(Duration.ofMinutes(20));
    assertThat(Allocation.lifetime(Duration.ofHours(2), Duration.ofHours(1), Limits.STANDARD))
        .isEqualTo(Duration.ofHours(1));
    assertThat(Allocation.lifetime(Duration.ofSeconds(1), Duration.ofHours(1), Limits.STANDARD))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(Allocation.lifetime(null, Duration.ofMinutes(1), Limits.STANDARD))
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  @Spec("RFC 8656 §7.2 step 2")
  void answersARetransmissionTheSameAndAnotherRequestWith437() {
    StunMessage request =
        server.signed("alice", server.nonce(Harness.CLIENT), Method.ALLOCATE, Harness.UDP);
    Outcome first = server.finish(server.process(request, Harness.CLIENT));
    Outcome again = server.finish(server.process(request, Harness.CLIENT));
    assertThat(Harness.response(again).encode()).isEqualTo(Harness.response(first).encode());
    assertThat(server.sockets).hasSize(1);
    assertThat(Harness.code(server.alice(Method.ALLOCATE, Harness.UDP))).isEqualTo(437);
  }

  @Test
  @Spec("RFC 8656 §7.2 step 3")
  void answers400WithoutTransportAnd442ToAnother() {
    assertThat(refused()).isEqualTo(400);
    assertThat(refused(new UnknownAttribute(AttributeType.REQUESTED_TRANSPORT, octets(17))))
        .isEqualTo(400);
    assertThat(refused(new RequestedTransport(6))).isEqualTo(442);
  }

  @Test
  @Spec("RFC 8656 §7.2 step 4")
  @Spec("RFC 8489 §6.3.1")
  void answers420ToDontFragmentAndToUnknownAttributes() {
    Outcome outcome = server.alice(Method.ALLOCATE, Harness.UDP, new DontFragment());
    assertThat(Harness.code(outcome)).isEqualTo(420);
    assertThat(Harness.response(outcome).first(UnknownAttributes.class))
        .contains(new UnknownAttributes(List.of(AttributeType.DONT_FRAGMENT)));
    Attribute unknown = new UnknownAttribute(AttributeType.of(0x7FFF), octets());
    outcome = server.alice(Method.ALLOCATE, Harness.UDP, unknown);
    assertThat(Harness.response(outcome).first(UnknownAttributes.class))
        .contains(new UnknownAttributes(List.of(AttributeType.of(0x7FFF))));
  }

  @Test
  @Spec("RFC 8656 §7.2 step 5")
  void answers400ToATokenWithAPortAnd508ToAnUnknownToken() {
    Attribute token = new ReservationToken(octets(1, 2, 3, 4, 5, 6, 7, 8));
    assertThat(refused(Harness.UDP, token, new EvenPort(false))).isEqualTo(400);
    assertThat(refused(Harness.UDP, token, new RequestedAddressFamily(1))).isEqualTo(400);
    assertThat(refused(Harness.UDP, token)).isEqualTo(508);
  }

  @Test
  @Spec("RFC 8656 §7.2 step 7")
  void answers440ToAFamilyThatItDoesNotRelay() {
    server.families = EnumSet.of(AddressFamily.IPV4);
    assertThat(refused(Harness.UDP, new RequestedAddressFamily(2))).isEqualTo(440);
    assertThat(refused(Harness.UDP, new RequestedAddressFamily(9))).isEqualTo(440);
  }

  @Test
  @Spec("RFC 8656 §7.2 step 7")
  void relaysIpv6WhereItIsAskedFor() {
    Allocation allocation = server.allocate(new RequestedAddressFamily(2));
    assertThat(allocation.family()).isEqualTo(AddressFamily.IPV6);
  }

  @Test
  @Spec("RFC 8656 §7.2 step 6")
  @Spec("RFC 8656 §7.2 step 9")
  void answers400ToContradictingFamilies() {
    Attribute additional = new AdditionalAddressFamily(2);
    assertThat(refused(Harness.UDP, additional, new RequestedAddressFamily(1))).isEqualTo(400);
    assertThat(refused(Harness.UDP, new AdditionalAddressFamily(1))).isEqualTo(400);
    assertThat(refused(Harness.UDP, additional, new EvenPort(true))).isEqualTo(400);
  }

  @Test
  @Spec("RFC 8656 §7.2")
  void saysThatItGivesNoSecondFamily() {
    Outcome outcome = server.alice(Method.ALLOCATE, Harness.UDP, new AdditionalAddressFamily(2));
    assertThat(Harness.response(outcome).first(AddressErrorCode.class))
        .hasValueSatisfying(error -> assertThat(error.error().code()).isEqualTo(440));
  }

  @Test
  @Spec("RFC 8656 §7.2 step 8")
  void handsTheReservedPortToTheHolderOfTheTokenOnce() {
    Outcome pair = server.alice(Method.ALLOCATE, Harness.UDP, new EvenPort(true));
    ReservationToken token = Harness.response(pair).first(ReservationToken.class).orElseThrow();
    OtherClient second = new OtherClient(OTHER);
    assertThat(second.allocate(token)).isZero();
    Allocation allocation =
        server.server().allocations().find(new FiveTuple(OTHER, Harness.LISTENER), server.now);
    assertThat(allocation.relayed()).isSameAs(server.sockets.get(1));
    assertThat(new OtherClient(new InetSocketAddress("192.0.2.8", 3)).allocate(token))
        .isEqualTo(508);
  }

  @Test
  @Spec("RFC 8656 §7.2 step 8")
  void givesUpAReservationAfterThirtySeconds() {
    Outcome pair = server.alice(Method.ALLOCATE, Harness.UDP, new EvenPort(true));
    ReservationToken token = Harness.response(pair).first(ReservationToken.class).orElseThrow();
    server.now = server.now.plusSeconds(30);
    assertThat(new OtherClient(OTHER).allocate(token)).isEqualTo(508);
    server.server().allocations().sweep(server.now);
    assertThat(server.sockets.get(1).closed).isTrue();
  }

  @Test
  @Spec("RFC 8656 §7.2 step 10")
  void answers486WhenTheQuotaIsReached() {
    server.quota = new Answer.Denied<>(ErrorCodes.ALLOCATION_QUOTA_REACHED);
    assertThat(refused(Harness.UDP)).isEqualTo(486);
  }

  @Test
  void boundsTheTableOfAllocations() {
    Limits s = Limits.STANDARD;
    server.limits =
        new Limits(
            s.lifetime(),
            s.permission(),
            s.channel(),
            s.reservation(),
            s.nonce(),
            s.credential(),
            1,
            1,
            1);
    server.allocate();
    assertThat(new OtherClient(OTHER).allocate()).isEqualTo(508);
  }

  @Test
  void asksTheQuotaAgainWhenAnotherAllocationCameBetween() {
    Step first = toQuota(Harness.CLIENT);
    Step second = toQuota(OTHER);
    server.finish(server.answer(first));
    Step again = server.answer(second);
    assertThat(again)
        .isInstanceOfSatisfying(
            Step.NeedsAllocation.class, asked -> assertThat(asked.held()).isEqualTo(1));
  }

  @Test
  @Spec("RFC 8656 §7.2 step 2")
  void answers437WhenTheSameClientAllocatedBetween() {
    Step first = toQuota(Harness.CLIENT);
    Step second = toQuota(Harness.CLIENT);
    server.finish(first);
    assertThat(Harness.code(server.finish(second))).isEqualTo(437);
    assertThat(server.sockets).hasSize(1);
  }

  private Step toQuota(InetSocketAddress client) {
    StunMessage request =
        server.signed("alice", server.nonce(client), Method.ALLOCATE, Harness.UDP);
    Step step = server.process(request, client);
    return step instanceof Step.NeedsCredentials ? server.answer(step) : step;
  }

  /** Another client of alice. */
  private final class OtherClient {
    private final InetSocketAddress client;

    OtherClient(InetSocketAddress client) {
      this.client = client;
    }

    int allocate(Attribute... more) {
      Attribute[] all = new Attribute[more.length + 1];
      all[0] = Harness.UDP;
      System.arraycopy(more, 0, all, 1, more.length);
      StunMessage request = server.signed("alice", server.nonce(client), Method.ALLOCATE, all);
      return Harness.code(server.finish(server.process(request, client)));
    }
  }

  private static ByteBuffer octets(int... values) {
    ByteBuffer octets = ByteBuffer.allocate(values.length);
    for (int value : values) {
      octets.put((byte) value);
    }
    return octets.flip();
  }
}
