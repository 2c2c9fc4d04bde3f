package org.gatehouse.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.gatehouse.stun.Attribute;
import org.gatehouse.stun.ChannelNumber;
import org.gatehouse.stun.Data;
import org.gatehouse.stun.ErrorCode;
import org.gatehouse.stun.IntegrityAlgorithm;
import org.gatehouse.stun.MessageClass;
import org.gatehouse.stun.Method;
import org.gatehouse.stun.Nonce;
import org.gatehouse.stun.PasswordAlgorithm;
import org.gatehouse.stun.Realm;
import org.gatehouse.stun.RequestedTransport;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.StunMessageBuilder;
import org.gatehouse.stun.TransactionIds;
import org.gatehouse.stun.Username;
import org.gatehouse.stun.XorPeerAddress;
import org.gatehouse.stun.XorRelayedAddress;
import org.gatehouse.turn.ChannelData;

/** A client on a blocking socket. */
final class TurnClient implements AutoCloseable {
  static final Attribute UDP = new RequestedTransport(RequestedTransport.UDP);

  private final InetSocketAddress server;
  private final String user;
  private final byte[] key;
  private final DatagramSocket socket;
  private final TransactionIds ids = new TransactionIds(new SecureRandom());
  private Nonce nonce;

  TurnClient(RunningRelay relay, String user, String password) throws IOException {
    this.server = relay.address();
    this.user = user;
    this.key = PasswordAlgorithm.MD5.key(user, "gatehouse", password);
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(10_000);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  @Override
  public void close() {
    socket.close();
  }

  void send(ByteBuffer octets) throws IOException {
    byte[] copy = new byte[octets.remaining()];
    octets.get(copy);
    socket.send(new DatagramPacket(copy, copy.length, server));
  }

  ByteBuffer receive() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
    socket.receive(packet);
    assertThat(packet.getSocketAddress()).isEqualTo(server);
    return ByteBuffer.wrap(Arrays.copyOf(packet.getData(), packet.getLength()));
  }

  StunMessage receiveStun() throws Exception {
    return StunMessage.decode(receive());
  }

  StunMessage exchange(StunMessage request) throws Exception {
    send(request.encode());
    StunMessage response = receiveStun();
    assertThat(response.transactionId()).isEqualTo(request.transactionId());
    return response;
  }

  StunMessageBuilder request(Method method, Attribute... attributes) {
    StunMessageBuilder request = StunMessage.with(MessageClass.REQUEST, method, ids.next());
    List.of(attributes).forEach(request::add);
    return request;
  }

  StunMessage signed(Method method, Attribute... attributes) {
    return request(method, attributes)
        .add(new Username(user))
        .add(new Realm("gatehouse"))
        .add(nonce)
        .integrity(IntegrityAlgorithm.HMAC_SHA1, key)
        .fingerprint()
        .build();
  }

  /** Gets a challenge and remembers its nonce. */
  TurnClient challenged() throws Exception {
    StunMessage challenge = exchange(request(Method.ALLOCATE, UDP).build());
    assertThat(code(challenge)).isEqualTo(401);
    nonce = challenge.first(Nonce.class).orElseThrow();
    return this;
  }

  /** Sends a signed request; 0 is success. */
  int ask(Method method, Attribute... attributes) throws Exception {
    return code(exchange(signed(method, attributes)));
  }

  /** The relayed transport address of a new allocation. */
  InetSocketAddress allocate(Attribute... attributes) throws Exception {
    challenged();
    Attribute[] all = Arrays.copyOf(attributes, attributes.length + 1);
    all[attributes.length] = UDP;
    StunMessage response = exchange(signed(Method.ALLOCATE, all));
    assertThat(code(response)).isZero();
    assertThat(response.verify(IntegrityAlgorithm.HMAC_SHA1, key)).isTrue();
    return response.first(XorRelayedAddress.class).orElseThrow().address();
  }

  void permit(InetSocketAddress peer) throws Exception {
    assertThat(ask(Method.CREATE_PERMISSION, new XorPeerAddress(peer))).isZero();
  }

  void bind(int channel, InetSocketAddress peer) throws Exception {
    assertThat(ask(Method.CHANNEL_BIND, new ChannelNumber(channel), new XorPeerAddress(peer)))
        .isZero();
  }

  void sendOnChannel(int channel, String text) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(2048);
    ChannelData.write(out, channel, octets(text));
    send(out.flip());
  }

  void sendIndication(InetSocketAddress peer, String text) throws IOException {
    send(
        StunMessage.with(MessageClass.INDICATION, Method.SEND, ids.next())
            .add(new XorPeerAddress(peer))
            .add(new Data(octets(text)))
            .build()
            .encode());
  }

  String receiveOnChannel(int channel) throws IOException {
    ByteBuffer datagram = receive();
    assertThat(ChannelData.startsIn(datagram)).isTrue();
    assertThat(ChannelData.read(datagram)).isEqualTo(channel);
    return StandardCharsets.UTF_8.decode(datagram).toString();
  }

  static ByteBuffer octets(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  static int code(StunMessage response) {
    return response.first(ErrorCode.class).map(ErrorCode::code).orElse(0);
  }
}
