package org.gatehouse.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.gatehouse.conformance.Spec;
import org.gatehouse.stun.Attribute;
import org.gatehouse.stun.ChannelNumber;
import org.gatehouse.stun.Lifetime;
import org.gatehouse.stun.Method;
import org.gatehouse.stun.RequestedAddressFamily;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.XorMappedAddress;
import org.gatehouse.stun.XorPeerAddress;
import org.junit.jupiter.api.Test;

/** What the owner of an allocation may do with it: Refresh, CreatePermission, ChannelBind. */
class OwnedAllocationTest {
  private static final XorPeerAddress PEER = new XorPeerAddress(Harness.PEER);
  private static final XorPeerAddress OTHER_PEER =
      new XorPeerAddress(new InetSocketAddress("203.0.113.10", 7000));
  private static final XorPeerAddress IPV6_PEER =
      new XorPeerAddress(new InetSocketAddress("2001:db8::9", 7000));
  private final Harness server = new Harness();

  private int alice(Method method, Attribute... attributes) {
    return Harness.code(server.alice(method, attributes));
  }

  private void later(Duration duration) {
    server.now = server.now.plus(duration);
  }

  @Test
  @Spec("RFC 8656 §8.2")
  void refreshExtendsTheAllocation() {
    server.allocate();
    later(Duration.ofMinutes(9));
    Outcome outcome = server.alice(Method.REFRESH, new Lifetime(Duration.ofMinutes(30)));
    assertThat(Harness.response(outcome).first(Lifetime.class))
        .contains(new Lifetime(Duration.ofMinutes(30)));
    later(Duration.ofMinutes(29));
    assertThat(server.allocation()).isNotNull();
    later(Duration.ofMinutes(1));
    assertThat(server.allocation()).isNull();
    assertThat(server.sockets.get(0).closed).isTrue();
    assertThat(server.ended).hasSize(1);
  }

  @Test
  @Spec("RFC 8656 §8.2")
  void refreshOfZeroEndsTheAllocation() {
    server.allocate();
    Outcome outcome = server.alice(Method.REFRESH, new Lifetime(Duration.ZERO));
    assertThat(Harness.response(outcome).first(Lifetime.class))
        .contains(new Lifetime(Duration.ZERO));
    assertThat(server.allocation()).isNull();
    assertThat(server.sockets.get(0).closed).isTrue();
    assertThat(server.server().allocations().heldBy("alice")).isZero();
    assertThat(alice(Method.REFRESH)).isEqualTo(437);
  }

  @Test
  @Spec("RFC 8656 §8.2")
  void refreshOfAnotherFamilyIs443() {
    server.allocate();
    assertThat(alice(Method.REFRESH, new RequestedAddressFamily(2))).isEqualTo(443);
  }

  @Test
  @Spec("RFC 8656 §5")
  void anotherUserOnTheSame5TupleIs441() {
    server.allocate();
    StunMessage request = server.signed("bob", server.nonce(Harness.CLIENT), Method.REFRESH);
    assertThat(Harness.code(server.finish(server.process(request, Harness.CLIENT)))).isEqualTo(441);
  }

  @Test
  @Spec("RFC 8656 §10.2")
  void aPermissionCoversEveryPortForFiveMinutes() {
    Allocation allocation = server.allocate();
    assertThat(alice(Method.CREATE_PERMISSION, PEER, OTHER_PEER)).isZero();
    assertThat(allocation.permits(Harness.PEER.getAddress(), server.now)).isTrue();
    assertThat(allocation.permits(OTHER_PEER.address().getAddress(), server.now)).isTrue();
    later(Duration.ofMinutes(5));
    assertThat(allocation.permits(Harness.PEER.getAddress(), server.now)).isFalse();
  }

  @Test
  @Spec("RFC 8656 §10.2")
  void oneRefusedPeerLeavesAllWithoutPermission() {
    Allocation allocation = server.allocate();
    server.permitted = peer -> peer.equals(Harness.PEER);
    assertThat(alice(Method.CREATE_PERMISSION, PEER, OTHER_PEER)).isEqualTo(403);
    assertThat(allocation.permits(Harness.PEER.getAddress(), server.now)).isFalse();
  }

  @Test
  @Spec("RFC 8656 §10.2")
  void createPermissionRefusesNoPeerAndAPeerOfAnotherFamily() {
    assertThat(alice(Method.CREATE_PERMISSION, PEER)).isEqualTo(437);
    server.allocate();
    assertThat(alice(Method.CREATE_PERMISSION)).isEqualTo(400);
    assertThat(alice(Method.CREATE_PERMISSION, PEER, IPV6_PEER)).isEqualTo(443);
  }

  @Test
  void boundsThePermissionsOfAnAllocation() {
    server.allocate();
    Attribute[] peers = new Attribute[Limits.STANDARD.permissions() + 1];
    for (int i = 0; i < peers.length; i++) {
      peers[i] = new XorPeerAddress(new InetSocketAddress("10.0.0." + i, 1));
    }
    assertThat(alice(Method.CREATE_PERMISSION, peers)).isEqualTo(508);
  }

  @Test
  @Spec("RFC 8656 §10.2")
  void aPermissionThatIsGrantedTooLateIs437() {
    server.allocate();
    StunMessage request =
        server.signed("alice", server.nonce(Harness.CLIENT), Method.CREATE_PERMISSION, PEER);
    Step step = server.process(request, Harness.CLIENT);
    assertThat(step).isInstanceOf(Step.NeedsPermission.class);
    later(Duration.ofHours(1));
    assertThat(Harness.code(server.finish(step))).isEqualTo(437);
  }

  @Test
  @Spec("RFC 8656 §12.2")
  void aChannelLivesTenMinutesAndItsPermissionFive() {
    Allocation allocation = server.allocate(new Lifetime(Duration.ofHours(1)));
    assertThat(alice(Method.CHANNEL_BIND, new ChannelNumber(0x4001), PEER)).isZero();
    assertThat(allocation.channel(0x4001, server.now).peer()).isEqualTo(Harness.PEER);
    assertThat(allocation.channelTo(Harness.PEER, server.now).number()).isEqualTo(0x4001);
    later(Duration.ofMinutes(5));
    assertThat(allocation.permits(Harness.PEER.getAddress(), server.now)).isFalse();
    assertThat(alice(Method.CHANNEL_BIND, new ChannelNumber(0x4001), PEER)).isZero();
    assertThat(allocation.permits(Harness.PEER.getAddress(), server.now)).isTrue();
    later(Duration.ofMinutes(10));
    assertThat(allocation.channel(0x4001, server.now)).isNull();
    assertThat(allocation.channelTo(Harness.PEER, server.now)).isNull();
    assertThat(alice(Method.CHANNEL_BIND, new ChannelNumber(0x4001), OTHER_PEER)).isZero();
    assertThat(allocation.channelTo(Harness.PEER, server.now)).isNull();
  }

  @Test
  @Spec("RFC 8656 §12.2")
  void channelBindRefusesWhatTheSectionRefuses() {
    server.allocate();
    ChannelNumber first = new ChannelNumber(0x4001);
    assertThat(alice(Method.CHANNEL_BIND, PEER)).isEqualTo(400);
    assertThat(alice(Method.CHANNEL_BIND, first)).isEqualTo(400);
    assertThat(alice(Method.CHANNEL_BIND, new ChannelNumber(0x3FFF), PEER)).isEqualTo(400);
    assertThat(alice(Method.CHANNEL_BIND, new ChannelNumber(0x7FFF), PEER)).isEqualTo(400);
    assertThat(alice(Method.CHANNEL_BIND, first, IPV6_PEER)).isEqualTo(443);
    assertThat(alice(Method.CHANNEL_BIND, first, PEER)).isZero();
    assertThat(alice(Method.CHANNEL_BIND, first, OTHER_PEER)).isEqualTo(400);
    assertThat(alice(Method.CHANNEL_BIND, new ChannelNumber(0x4002), PEER)).isEqualTo(400);
    server.permitted = peer -> false;
    assertThat(alice(Method.CHANNEL_BIND, new ChannelNumber(0x4002), OTHER_PEER)).isEqualTo(403);
  }

  @Test
  void servesTheChannelNumbersOfOlderClients() {
    Allocation allocation = server.allocate();
    assertThat(alice(Method.CHANNEL_BIND, new ChannelNumber(0x7FFE), PEER)).isZero();
    assertThat(allocation.channel(0x7FFE, server.now)).isNotNull();
  }

  @Test
  @Spec("RFC 8489 §6.3.1")
  void anyoneLearnsHisAddressByBinding() {
    Outcome outcome =
        server.finish(server.process(Harness.plain(Method.BINDING, server.id()), Harness.CLIENT));
    assertThat(Harness.response(outcome).first(XorMappedAddress.class))
        .contains(new XorMappedAddress(Harness.CLIENT));
    assertThat(server.questions).isEmpty();
  }

  @Test
  @Spec("RFC 8489 §6.3")
  void isSilentTowardOtherMethodsAndClasses() {
    Step unknown = server.process(Harness.plain(new Method(0x00A), server.id()), Harness.CLIENT);
    assertThat(server.finish(unknown)).isInstanceOf(Outcome.Silence.class);
    StunMessage response =
        StunMessage.with(
                org.gatehouse.stun.MessageClass.SUCCESS_RESPONSE, Method.BINDING, server.id())
            .build();
    assertThat(server.finish(server.process(response, Harness.CLIENT)))
        .isInstanceOf(Outcome.Silence.class);
  }
}
