package org.gatehouse.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.gatehouse.stun.AddressFamily;
import org.gatehouse.stun.Attribute;
import org.gatehouse.stun.ErrorCode;
import org.gatehouse.stun.IntegrityAlgorithm;
import org.gatehouse.stun.MessageClass;
import org.gatehouse.stun.Method;
import org.gatehouse.stun.Nonce;
import org.gatehouse.stun.PasswordAlgorithm;
import org.gatehouse.stun.PasswordAlgorithmAttribute;
import org.gatehouse.stun.PasswordAlgorithms;
import org.gatehouse.stun.Realm;
import org.gatehouse.stun.RequestedTransport;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.StunMessageBuilder;
import org.gatehouse.stun.TransactionId;
import org.gatehouse.stun.Username;
import org.gatehouse.turn.Answer.Denied;
import org.gatehouse.turn.Answer.Granted;

/** A server whose questions are answered here, and the words of a client. */
final class Harness {
  static final InetSocketAddress LISTENER = new InetSocketAddress("198.51.100.1", 3478);
  static final InetSocketAddress CLIENT = new InetSocketAddress("192.0.2.7", 40000);
  static final InetSocketAddress PEER = new InetSocketAddress("203.0.113.9", 7000);
  static final Attribute UDP = new RequestedTransport(RequestedTransport.UDP);

  Instant now = Instant.parse("2030-01-01T00:00:00Z");
  final Map<String, String> passwords = new HashMap<>(Map.of("alice", "secret", "bob", "hidden"));
  final List<Socket> sockets = new ArrayList<>();
  final List<Allocation> ended = new ArrayList<>();
  final List<Step> questions = new ArrayList<>();
  Answer<Duration> quota = new Granted<>(Duration.ofHours(1));
  Predicate<InetSocketAddress> permitted = peer -> true;
  Limits limits = Limits.STANDARD;
  Set<AddressFamily> families = EnumSet.allOf(AddressFamily.class);
  private TurnServer server;
  private int nextPort = 50000;
  private int nextId = 1;

  /** A socket that remembers. */
  static final class Socket implements RelayedSocket {
    private final InetSocketAddress address;
    boolean closed;

    Socket(InetSocketAddress address) {
      this.address = address;
    }

    @Override
    public InetSocketAddress address() {
      return address;
    }

    @Override
    public void send(ByteBuffer payload, InetSocketAddress peer) {
      throw new UnsupportedOperationException("nothing is sent here");
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  TurnServer server() {
    if (server == null) {
      SecureRandom random = new SecureRandom();
      server =
          new TurnServer(
              new LongTermCredential("gatehouse", limits, random),
              new Allocations(limits, random, ended::add),
              families);
    }
    return server;
  }

  Step process(StunMessage request, InetSocketAddress client) {
    return RequestProcessing.process(
        server(), new Arrival(request, new FiveTuple(client, LISTENER)), now);
  }

  /** Answers until the request is done. */
  Outcome finish(Step first) {
    Step step = first;
    while (!(step instanceof Step.Done)) {
      questions.add(step);
      step = answer(step);
    }
    return ((Step.Done) step).outcome();
  }

  Step answer(Step step) {
    if (step instanceof Step.NeedsCredentials asked) {
      return asked.resume().with(credentials(asked.username()), now);
    }
    if (step instanceof Step.NeedsAllocation asked) {
      return asked.resume().with(quota, now);
    }
    if (step instanceof Step.NeedsPermission asked) {
      return asked
          .resume()
          .with(
              permitted.test(asked.peer())
                  ? new Granted<>(asked.peer())
                  : new Denied<>(ErrorCodes.FORBIDDEN),
              now);
    }
    Step.NeedsRelayedAddress asked = (Step.NeedsRelayedAddress) step;
    return asked.resume().with(new Granted<>(bind(asked)), now);
  }

  private Answer<LongTermKeys> credentials(String username) {
    String password = passwords.get(username);
    return password == null
        ? new Denied<>(ErrorCodes.UNAUTHENTICATED)
        : new Granted<>(
            new LongTermKeys(
                PasswordAlgorithm.MD5.key(username, "gatehouse", password),
                PasswordAlgorithm.SHA_256.key(username, "gatehouse", password)));
  }

  private RelayedSockets bind(Step.NeedsRelayedAddress asked) {
    String host = asked.family() == AddressFamily.IPV4 ? "198.51.100.2" : "2001:db8::2";
    Socket first = new Socket(new InetSocketAddress(host, nextPort++));
    sockets.add(first);
    if (!asked.pair()) {
      return new RelayedSockets(first, null);
    }
    Socket next = new Socket(new InetSocketAddress(host, nextPort++));
    sockets.add(next);
    return new RelayedSockets(first, next);
  }

  TransactionId id() {
    return new TransactionId(nextId++, 7);
  }

  static StunMessage plain(Method method, TransactionId id, Attribute... attributes) {
    StunMessageBuilder request = StunMessage.with(MessageClass.REQUEST, method, id);
    List.of(attributes).forEach(request::add);
    return request.build();
  }

  /** The nonce of a fresh challenge. */
  Nonce nonce(InetSocketAddress client) {
    Outcome outcome = finish(process(plain(Method.ALLOCATE, id(), UDP), client));
    return response(outcome).first(Nonce.class).orElseThrow();
  }

  /** As RFC 5389 clients sign: MD5 and HMAC-SHA1. */
  StunMessage signed(String user, Nonce nonce, Method method, Attribute... attributes) {
    return signed(id(), user, nonce, method, attributes);
  }

  StunMessage signed(
      TransactionId id, String user, Nonce nonce, Method method, Attribute... attributes) {
    StunMessageBuilder request = StunMessage.with(MessageClass.REQUEST, method, id);
    List.of(attributes).forEach(request::add);
    request.add(new Username(user)).add(new Realm("gatehouse")).add(nonce);
    byte[] key =
        PasswordAlgorithm.MD5.key(user, "gatehouse", passwords.getOrDefault(user, "wrong"));
    return decoded(request.integrity(IntegrityAlgorithm.HMAC_SHA1, key).fingerprint().build());
  }

  /** As RFC 8489 clients sign: SHA-256 throughout. */
  StunMessage signedWithSha256(
      String user, Nonce nonce, List<PasswordAlgorithm> repeated, Attribute... attributes) {
    StunMessageBuilder request = StunMessage.with(MessageClass.REQUEST, Method.ALLOCATE, id());
    List.of(attributes).forEach(request::add);
    request
        .add(new Username(user))
        .add(new Realm("gatehouse"))
        .add(nonce)
        .add(new PasswordAlgorithms(repeated))
        .add(new PasswordAlgorithmAttribute(PasswordAlgorithm.SHA_256));
    byte[] key = PasswordAlgorithm.SHA_256.key(user, "gatehouse", passwords.get(user));
    return decoded(request.integrity(IntegrityAlgorithm.HMAC_SHA256, key).build());
  }

  static StunMessage decoded(StunMessage sent) {
    try {
      return StunMessage.decode(sent.encode());
    } catch (org.gatehouse.stun.StunFormatException e) {
      throw new AssertionError(e);
    }
  }

  /** One request of alice from the usual client, answered to its end. */
  Outcome alice(Method method, Attribute... attributes) {
    return finish(process(signed("alice", nonce(CLIENT), method, attributes), CLIENT));
  }

  Allocation allocation() {
    return server().allocations().find(new FiveTuple(CLIENT, LISTENER), now);
  }

  Allocation allocate(Attribute... attributes) {
    Attribute[] all = new Attribute[attributes.length + 1];
    all[0] = UDP;
    System.arraycopy(attributes, 0, all, 1, attributes.length);
    assertThat(alice(Method.ALLOCATE, all)).isInstanceOf(Outcome.Success.class);
    return allocation();
  }

  static StunMessage response(Outcome outcome) {
    if (outcome instanceof Outcome.Success success) {
      return decoded(success.response());
    }
    return decoded(((Outcome.ErrorResponse) outcome).response());
  }

  static int code(Outcome outcome) {
    Optional<ErrorCode> error = response(outcome).first(ErrorCode.class);
    return error.map(ErrorCode::code).orElse(0);
  }
}
