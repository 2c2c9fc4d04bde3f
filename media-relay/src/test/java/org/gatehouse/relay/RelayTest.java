package org.gatehouse.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import org.gatehouse.admission.CredentialsQuestion;
import org.gatehouse.admission.PermissionQuestion;
import org.gatehouse.admission.Side;
import org.gatehouse.conformance.Spec;
import org.gatehouse.stun.AttributeType;
import org.gatehouse.stun.ChannelNumber;
import org.gatehouse.stun.Data;
import org.gatehouse.stun.EvenPort;
import org.gatehouse.stun.Lifetime;
import org.gatehouse.stun.Method;
import org.gatehouse.stun.RequestedAddressFamily;
import org.gatehouse.stun.ReservationToken;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.UnknownAttribute;
import org.gatehouse.stun.UnknownAttributes;
import org.gatehouse.stun.XorMappedAddress;
import org.gatehouse.stun.XorPeerAddress;
import org.gatehouse.stun.XorRelayedAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  private RunningRelay relay;
  private TurnClient alice;
  private TurnClient bob;

  @BeforeEach
  void start() throws Exception {
    relay = new RunningRelay();
    alice = new TurnClient(relay, "alice", "secret");
    bob = new TurnClient(relay, "bob", "hidden");
  }

  @AfterEach
  void stop() throws Exception {
    alice.close();
    bob.close();
    relay.close();
  }

  private static void reaches(LongAdder counter, long value) {
    await().atMost(Duration.ofSeconds(10)).until(() -> counter.sum() == value);
  }

  @Test
  @Spec("RFC 8489 §6.3.1")
  void tellsAnyoneHisAddress() throws Exception {
    StunMessage response = alice.exchange(alice.request(Method.BINDING).fingerprint().build());
    assertThat(response.first(XorMappedAddress.class))
        .contains(new XorMappedAddress(alice.address()));
    assertThat(relay.counters.bindingRequests.sum()).isEqualTo(1);
  }

  @Test
  @Spec("RFC 8656 §12.6")
  @Spec("RFC 8656 §12.7")
  void relaysBetweenTwoClientsThroughChannels() throws Exception {
    InetSocketAddress ofAlice = alice.allocate();
    InetSocketAddress ofBob = bob.allocate();
    alice.bind(0x4001, ofBob);
    bob.bind(0x4002, ofAlice);
    for (int i = 0; i < 100; i++) {
      alice.sendOnChannel(0x4001, "ping " + i);
      assertThat(bob.receiveOnChannel(0x4002)).isEqualTo("ping " + i);
      bob.sendOnChannel(0x4002, "pong " + i);
      assertThat(alice.receiveOnChannel(0x4001)).isEqualTo("pong " + i);
    }
    assertThat(relay.counters.datagramsRelayed.sum()).isEqualTo(400);
    assertThat(relay.counters.allocationsActive.sum()).isEqualTo(2);
  }

  @Test
  @Spec("RFC 8656 §11.2")
  @Spec("RFC 8656 §11.3")
  void relaysBetweenTwoClientsBySendAndData() throws Exception {
    InetSocketAddress ofAlice = alice.allocate();
    InetSocketAddress ofBob = bob.allocate();
    alice.permit(ofBob);
    bob.permit(ofAlice);
    alice.sendIndication(ofBob, "hello");
    StunMessage indication = bob.receiveStun();
    assertThat(indication.method()).isEqualTo(Method.DATA);
    assertThat(indication.first(XorPeerAddress.class)).contains(new XorPeerAddress(ofAlice));
    assertThat(indication.first(Data.class)).contains(new Data(TurnClient.octets("hello")));
  }

  @Test
  @Spec("RFC 8656 §11.2")
  @Spec("RFC 8656 §11.3")
  void relaysOverIpv6WhereItIsAskedFor() throws Exception {
    InetAddress loopback = InetAddress.getByAddress(IPV6_LOOPBACK);
    Assumptions.assumeTrue(
        NetworkInterface.getByInetAddress(loopback) != null, "the loopback has no IPv6");
    InetSocketAddress relayed = alice.allocate(new RequestedAddressFamily(2));
    try (DatagramSocket peer = new DatagramSocket(0, loopback)) {
      peer.setSoTimeout(10_000);
      alice.permit((InetSocketAddress) peer.getLocalSocketAddress());
      alice.sendIndication((InetSocketAddress) peer.getLocalSocketAddress(), "six");
      DatagramPacket packet = new DatagramPacket(new byte[100], 100);
      peer.receive(packet);
      assertThat(packet.getSocketAddress()).isEqualTo(relayed);
      peer.send(packet);
      assertThat(alice.receiveStun().first(Data.class))
          .contains(new Data(TurnClient.octets("six")));
    }
  }

  @Test
  @Spec("RFC 8656 §11.3")
  void dropsAndCountsWhatAPeerWithoutPermissionSends() throws Exception {
    InetSocketAddress relayed = alice.allocate();
    try (DatagramSocket peer = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      byte[] octets = "stranger".getBytes(StandardCharsets.UTF_8);
      peer.send(new DatagramPacket(octets, octets.length, relayed));
      reaches(relay.counters.datagramsDropped, 1);
    }
    alice.exchange(alice.request(Method.BINDING).build());
    assertThat(relay.counters.datagramsRelayed.sum()).isZero();
  }

  @Test
  @Spec("RFC 8656 §10.2")
  @Spec("RFC 8656 §12.2")
  void aPeerThatTheAuthorityForbidsIs403() throws Exception {
    alice.allocate();
    relay.authority.permitted = peer -> false;
    InetSocketAddress peer = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    assertThat(alice.ask(Method.CREATE_PERMISSION, new XorPeerAddress(peer))).isEqualTo(403);
    assertThat(alice.ask(Method.CHANNEL_BIND, new ChannelNumber(0x4001), new XorPeerAddress(peer)))
        .isEqualTo(403);
    assertThat(relay.counters.permissionsRefused.sum()).isEqualTo(2);
    assertThat(relay.authority.questions)
        .filteredOn(PermissionQuestion.class::isInstance)
        .first()
        .isInstanceOfSatisfying(
            PermissionQuestion.class,
            question -> {
              assertThat(question.peer()).isEqualTo(peer);
              assertThat(question.username()).isEqualTo("alice");
              assertThat(question.client().side()).isEqualTo(Side.EXTERNAL);
              assertThat(question.client().address()).isEqualTo(alice.address());
            });
  }

  @Test
  @Spec("RFC 8489 §9.2.4")
  void aWrongPasswordIs401AndCounted() throws Exception {
    try (TurnClient wrong = new TurnClient(relay, "alice", "guess")) {
      assertThat(wrong.challenged().ask(Method.ALLOCATE, TurnClient.UDP)).isEqualTo(401);
    }
    assertThat(relay.counters.authenticationFailures.sum()).isEqualTo(1);
    assertThat(relay.counters.allocationsTotal.sum()).isZero();
  }

  @Test
  @Spec("RFC 8489 §9.2.4")
  void anOldNonceIs438() throws Exception {
    alice.allocate();
    relay.advance(Duration.ofMinutes(61));
    assertThat(alice.ask(Method.REFRESH)).isEqualTo(438);
  }

  @Test
  @Spec("RFC 8489 §6.3.1")
  void anUnknownAttributeIs420AndNamed() throws Exception {
    UnknownAttribute unknown =
        new UnknownAttribute(AttributeType.of(0x7ABC), ByteBuffer.allocate(0));
    StunMessage response =
        alice.challenged().exchange(alice.signed(Method.ALLOCATE, TurnClient.UDP, unknown));
    assertThat(TurnClient.code(response)).isEqualTo(420);
    assertThat(response.first(UnknownAttributes.class).orElseThrow().types())
        .containsExactly(AttributeType.of(0x7ABC));
  }

  @Test
  void aQuotaOfTheAuthorityIs486() throws Exception {
    relay.authority.quota = 0;
    assertThat(alice.challenged().ask(Method.ALLOCATE, TurnClient.UDP)).isEqualTo(486);
  }

  @Test
  @Spec("RFC 8656 §7.2 step 8")
  void reservesTheOddPortAboveAnEvenOne() throws Exception {
    alice.challenged();
    StunMessage first =
        alice.exchange(alice.signed(Method.ALLOCATE, TurnClient.UDP, new EvenPort(true)));
    int port = first.first(XorRelayedAddress.class).orElseThrow().address().getPort();
    assertThat(port % 2).isZero();
    ReservationToken token = first.first(ReservationToken.class).orElseThrow();
    assertThat(bob.allocate(token).getPort()).isEqualTo(port + 1);
  }

  @Test
  @Spec("RFC 8656 §8.2")
  void anAllocationThatNobodyRefreshesEnds() throws Exception {
    InetSocketAddress relayed = alice.allocate();
    assertThat(relay.counters.allocationsActive.sum()).isEqualTo(1);
    relay.advance(Duration.ofMinutes(10));
    reaches(relay.counters.allocationsActive, 0);
    assertThat(alice.ask(Method.REFRESH)).isEqualTo(437);
    try (DatagramSocket free = new DatagramSocket(relayed)) {
      assertThat(free.isBound()).isTrue();
    }
    assertThat(alice.allocate()).isNotNull();
    assertThat(relay.counters.allocationsTotal.sum()).isEqualTo(2);
  }

  @Test
  @Spec("RFC 8656 §8.2")
  void anAllocationEndsAtItsOwnersWish() throws Exception {
    alice.allocate();
    assertThat(alice.ask(Method.REFRESH, new Lifetime(Duration.ZERO))).isZero();
    assertThat(relay.counters.allocationsActive.sum()).isZero();
  }

  @Test
  void aUserWhoWasRemovedCannotRefresh() throws Exception {
    alice.allocate();
    relay.authority.passwords.remove("alice");
    relay.advance(Duration.ofSeconds(61));
    assertThat(alice.ask(Method.REFRESH)).isEqualTo(401);
  }

  @Test
  @Spec("RFC 8489 §6.3.1")
  void asksOnceForARequestThatIsRepeatedMeanwhile() throws Exception {
    alice.challenged();
    relay.authority.open = new CountDownLatch(1);
    StunMessage request = alice.signed(Method.ALLOCATE, TurnClient.UDP);
    alice.send(request.encode());
    alice.send(request.encode());
    alice.send(request.encode());
    reaches(relay.counters.datagramsDropped, 2);
    relay.authority.open.countDown();
    assertThat(TurnClient.code(alice.receiveStun())).isZero();
    assertThat(relay.authority.questions)
        .filteredOn(CredentialsQuestion.class::isInstance)
        .hasSize(1);
  }

  @Test
  @Spec("RFC 8656 §7.2 step 2")
  void answersARetransmissionThatComesLaterTheSame() throws Exception {
    alice.challenged();
    StunMessage request = alice.signed(Method.ALLOCATE, TurnClient.UDP);
    StunMessage first = alice.exchange(request);
    assertThat(alice.exchange(request).encode()).isEqualTo(first.encode());
    assertThat(relay.counters.allocationsTotal.sum()).isEqualTo(1);
  }

  @Test
  @Spec("RFC 8489 §6.3")
  void countsWhatIsNoMessageAndGoesOn() throws Exception {
    alice.send(ByteBuffer.allocate(0));
    alice.send(ByteBuffer.allocate(19));
    alice.send(ByteBuffer.wrap(new byte[] {(byte) 0x80, 1, 2, 3}));
    alice.sendOnChannel(0x4001, "nobody allocated");
    alice.exchange(alice.request(Method.BINDING).build());
    assertThat(relay.counters.malformedDatagrams.sum()).isEqualTo(3);
    assertThat(relay.counters.datagramsDropped.sum()).isEqualTo(1);
  }
}
