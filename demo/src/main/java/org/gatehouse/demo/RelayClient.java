package org.gatehouse.demo;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import org.gatehouse.stun.Attribute;
import org.gatehouse.stun.ChannelNumber;
import org.gatehouse.stun.ErrorCode;
import org.gatehouse.stun.IntegrityAlgorithm;
import org.gatehouse.stun.Lifetime;
import org.gatehouse.stun.MessageClass;
import org.gatehouse.stun.Method;
import org.gatehouse.stun.Nonce;
import org.gatehouse.stun.PasswordAlgorithm;
import org.gatehouse.stun.Realm;
import org.gatehouse.stun.RequestedTransport;
import org.gatehouse.stun.StunFormatException;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.StunMessageBuilder;
import org.gatehouse.stun.TransactionId;
import org.gatehouse.stun.TransactionIds;
import org.gatehouse.stun.Username;
import org.gatehouse.stun.XorPeerAddress;
import org.gatehouse.stun.XorRelayedAddress;
import org.gatehouse.turn.ChannelData;
import org.jspecify.annotations.Nullable;

/** A TURN client over UDP with one allocation (RFC 8656 §7.1) and long-term credentials. */
public final class RelayClient implements AutoCloseable {
  private static final Duration RTO = Duration.ofMillis(500);
  private static final int LARGEST_DATAGRAM = 65535;
  private static final int MOST_WAITING = 1024;

  private final Account account;
  private final Stage stage;
  private final String door;
  private final DatagramSocket socket;
  private final TransactionIds ids = new TransactionIds(Randoms.source());
  private final Deque<ByteBuffer> media = new ArrayDeque<>();
  private @Nullable Credentials credentials;

  /** What the challenge gave (RFC 8489 §9.2.3.2). */
  private record Credentials(Realm realm, Nonce nonce) {}

  /**
   * @param server the external or internal STUN door
   */
  public RelayClient(Account account, InetSocketAddress server, Stage stage) throws IOException {
    this.account = account;
    this.stage = stage;
    this.door = Doors.label(server, "udp");
    this.socket = new DatagramSocket();
    socket.connect(server);
  }

  /** The STUN door, as people name it. */
  String door() {
    return door;
  }

  /** Allocates and gives the relayed transport address. */
  public InetSocketAddress allocate() throws IOException {
    Attribute udp = new RequestedTransport(RequestedTransport.UDP);
    StunMessage success = ask(Method.ALLOCATE, "Allocate", udp);
    InetSocketAddress relayed =
        success
            .first(XorRelayedAddress.class)
            .orElseThrow(() -> new IOException("Allocate gave no relayed address"))
            .address();
    stage.received(door, account.user() + ": relayed address " + text(relayed));
    return relayed;
  }

  /** Lets a peer's address through (RFC 8656 §10). */
  public void permit(InetSocketAddress peer) throws IOException {
    ask(Method.CREATE_PERMISSION, "CreatePermission " + text(peer), new XorPeerAddress(peer));
  }

  /** Binds a channel to a peer (RFC 8656 §12). */
  public void bind(int channel, InetSocketAddress peer) throws IOException {
    ask(
        Method.CHANNEL_BIND,
        "ChannelBind 0x" + HexFormat.of().toHexDigits((char) channel) + " to " + text(peer),
        new ChannelNumber(channel),
        new XorPeerAddress(peer));
  }

  /** Ends the allocation (RFC 8656 §8). */
  public void release() throws IOException {
    ask(Method.REFRESH, "Refresh, lifetime 0", new Lifetime(Duration.ZERO));
  }

  /** Sends a payload to the peer of a channel. */
  public void send(int channel, byte[] payload) throws IOException {
    ByteBuffer datagram = ByteBuffer.allocate(ChannelData.HEADER_IN_BYTES + payload.length);
    ChannelData.write(datagram, channel, ByteBuffer.wrap(payload));
    transmit(datagram.array());
  }

  /** Awaits a payload from the peer of a channel. */
  public byte[] await(int channel) throws IOException {
    Deadline end = Deadline.inPatience();
    while (media.isEmpty()) {
      if (end.passed()) {
        throw new IOException(account.user() + " got no media from " + door);
      }
      receive(end.millis());
    }
    ByteBuffer datagram = media.remove();
    int number = ChannelData.read(datagram);
    if (number != channel) {
      throw new IOException("data on channel " + number + " instead of " + channel);
    }
    byte[] payload = new byte[datagram.remaining()];
    datagram.get(payload);
    return payload;
  }

  @Override
  public void close() {
    socket.close();
  }

  /**
   * Sends a request with credentials, answering a challenge (RFC 8489 §9.2.3, §9.2.5) at most
   * twice.
   */
  private StunMessage ask(Method method, String name, Attribute... attributes) throws IOException {
    for (int i = 0; i < 3; i++) {
      stage.sent(door, account.user() + ": " + name);
      StunMessage response = exchange(request(method, attributes));
      ErrorCode error = response.first(ErrorCode.class).orElse(null);
      if (error == null) {
        verify(response, name);
        stage.received(door, account.user() + ": success");
        return response;
      }
      stage.received(door, account.user() + ": " + error.code() + " " + error.reason());
      boolean first = error.code() == 401 && credentials == null;
      if (!first && error.code() != 438) {
        throw new IOException(name + " was answered " + error.code() + " " + error.reason());
      }
      challenged(response);
    }
    throw new IOException(name + " was challenged again and again");
  }

  private void challenged(StunMessage response) throws IOException {
    Realm realm = response.first(Realm.class).orElse(null);
    Nonce nonce = response.first(Nonce.class).orElse(null);
    if (realm == null || nonce == null) {
      throw new IOException("a challenge of " + door + " without realm or nonce");
    }
    credentials = new Credentials(realm, nonce);
  }

  /** RFC 8489 §9.2.2. */
  private byte[] key(Credentials known) {
    return PasswordAlgorithm.MD5.key(account.user(), known.realm().text(), account.password());
  }

  private void verify(StunMessage response, String name) throws IOException {
    if (credentials == null || !response.verify(IntegrityAlgorithm.HMAC_SHA1, key(credentials))) {
      throw new IOException("the answer to " + name + " is not proved by the password");
    }
  }

  private StunMessage request(Method method, Attribute... attributes) {
    StunMessageBuilder request = StunMessage.with(MessageClass.REQUEST, method, ids.next());
    for (Attribute attribute : attributes) {
      request.add(attribute);
    }
    if (credentials != null) {
      request
          .add(new Username(account.user()))
          .add(credentials.realm())
          .add(credentials.nonce())
          .integrity(IntegrityAlgorithm.HMAC_SHA1, key(credentials));
    }
    return request.fingerprint().build();
  }

  /** RFC 8489 §6.2.1: again at growing intervals until it is answered. */
  private StunMessage exchange(StunMessage request) throws IOException {
    byte[] octets = new byte[request.encode().remaining()];
    request.encode().get(octets);
    TransactionId id = request.transactionId();
    Deadline end = Deadline.inPatience();
    Duration interval = RTO;
    while (!end.passed()) {
      transmit(octets);
      Deadline next = Deadline.in(interval);
      while (!next.passed() && !end.passed()) {
        StunMessage message = receive(end.millis(next));
        if (message != null && message.transactionId().equals(id)) {
          return message;
        }
      }
      interval = interval.multipliedBy(2);
    }
    throw new IOException(
        account.user() + " got no answer from " + door + " to " + request.method());
  }

  private void transmit(byte[] octets) throws IOException {
    try {
      socket.send(new DatagramPacket(octets, octets.length));
    } catch (PortUnreachableException e) {
      throw new IOException("nothing listens at " + door, e);
    }
  }

  /** A STUN message, or null when none came; ChannelData waits among the media. */
  private @Nullable StunMessage receive(int millis) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
    try {
      socket.setSoTimeout(millis);
      socket.receive(packet);
      ByteBuffer datagram = ByteBuffer.wrap(Arrays.copyOf(packet.getData(), packet.getLength()));
      if (!ChannelData.startsIn(datagram)) {
        return StunMessage.decode(datagram);
      }
      if (media.size() < MOST_WAITING) {
        media.add(datagram);
      }
      return null;
    } catch (SocketTimeoutException e) {
      return null;
    } catch (PortUnreachableException e) {
      throw new IOException("nothing listens at " + door, e);
    } catch (StunFormatException e) {
      throw new IOException("no STUN came from " + door + ": " + e.getMessage(), e);
    }
  }

  private static String text(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }
}
