package org.gatehouse.demo;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;
import org.jspecify.annotations.Nullable;

/**
 * A user's SIP client outside (RFC 3261 §8, §10, §13) on a UDP socket that talks to the Access Edge
 * only. Requests are sent again until they are answered (§17.1); one that comes again gets the same
 * response again (§17.2). What arrives is read while something is awaited.
 */
public final class UserAgent implements AutoCloseable {
  private static final Duration T1 = Duration.ofMillis(500);
  private static final int MOST_WAITING = 256;
  private static final int LARGEST_DATAGRAM = 65535;

  private final Account account;
  private final Stage stage;
  private final DatagramSocket socket;
  private final String door;
  private final Deque<SipMessage> inbox = new ArrayDeque<>();
  private final Map<String, Optional<SipMessage>> answers = new LinkedHashMap<>();
  private final String registrationCallId = Randoms.token(24);
  private long registrations;

  /**
   * @param edge the external SIP door
   */
  public UserAgent(Account account, InetSocketAddress edge, Stage stage) throws IOException {
    this.account = account;
    this.stage = stage;
    this.door = Doors.label(edge, "udp");
    this.socket = new DatagramSocket();
    socket.connect(edge);
  }

  public Account account() {
    return account;
  }

  /** Registers this socket's address for so long (§10.2), or takes it away with zero. */
  public SipMessage register(Duration lifetime) throws IOException {
    registrations += 2;
    SipMessage request =
        started("REGISTER", "sip:" + account.domain(), account.uri(), registrationCallId)
            .header(HeaderName.CSEQ, (registrations - 1) + " REGISTER")
            .header(HeaderName.CONTACT, contact())
            .header(HeaderName.EXPIRES, Long.toString(lifetime.toSeconds()))
            .build();
    return authenticated(request).await(200);
  }

  /** Calls a user and answers the challenge (§13.2); the call then waits for the other side. */
  public OutgoingCall call(Account callee, SessionDescription offer) throws IOException {
    SipMessage request =
        started("INVITE", callee.uri(), callee.uri(), Randoms.token(24))
            .header(HeaderName.CSEQ, "1 INVITE")
            .header(HeaderName.CONTACT, contact())
            .body(SessionDescription.CONTENT_TYPE, offer.octets())
            .build();
    return new OutgoingCall(this, authenticated(request));
  }

  /** Sends text (RFC 3428 §4) and answers the challenge; the response is still to be awaited. */
  public Exchange message(Account recipient, String text) throws IOException {
    SipMessage request =
        started("MESSAGE", recipient.uri(), recipient.uri(), Randoms.token(24))
            .header(HeaderName.CSEQ, "1 MESSAGE")
            .body("text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8))
            .build();
    return authenticated(request);
  }

  /** Awaits an INVITE. */
  public IncomingCall awaitCall() throws IOException {
    return new IncomingCall(this, awaitRequest("INVITE", request -> true));
  }

  /** Awaits a MESSAGE, answers 200 and gives its text (RFC 3428 §7). */
  public String awaitMessage() throws IOException {
    SipMessage message = awaitRequest("MESSAGE", request -> true);
    respond(message, SipMessage.response(message, 200, "OK", Randoms.token(10)));
    return new String(message.body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    socket.close();
  }

  /** The lines that every request outside a dialog begins with (§8.1.1), without CSeq. */
  private RequestText started(String method, String requestUri, String to, String callId) {
    return new RequestText(method, requestUri)
        .header(HeaderName.VIA, via())
        .header(HeaderName.MAX_FORWARDS, "70")
        .header(HeaderName.FROM, "<" + account.uri() + ">;tag=" + Randoms.token(10))
        .header(HeaderName.TO, "<" + to + ">")
        .header(HeaderName.CALL_ID, callId);
  }

  /** Sends a request, and again with credentials when it is challenged (§22.2, §22.3). */
  private Exchange authenticated(SipMessage request) throws IOException {
    Exchange first = exchange(request);
    SipMessage response = first.awaitFinal();
    boolean proxy = response.statusCode() == 407;
    if (!proxy && response.statusCode() != 401) {
      throw new IOException(
          account.user()
              + " awaited a challenge of "
              + request.method()
              + ", got "
              + said(response));
    }
    List<String> challenges =
        response.values(proxy ? HeaderName.PROXY_AUTHENTICATE : HeaderName.WWW_AUTHENTICATE);
    String credentials =
        DigestAnswer.to(challenges, account, request.method(), request.requestUri());
    return exchange(
        request
            .edit()
            .set(HeaderName.VIA, via())
            .set(HeaderName.CSEQ, (request.cseqNumber() + 1) + " " + request.method())
            .add(proxy ? HeaderName.PROXY_AUTHORIZATION : HeaderName.AUTHORIZATION, credentials)
            .build());
  }

  Exchange exchange(SipMessage request) throws IOException {
    send(request);
    return new Exchange(this, request);
  }

  SipMessage awaitRequest(String method, Predicate<SipMessage> wanted) throws IOException {
    return take(
        message -> message.isRequest() && message.method().equals(method) && wanted.test(message),
        method,
        null);
  }

  /**
   * Takes the first message that is wanted, waiting for it where none is there.
   *
   * @param awaited what people call it
   * @param again sent again at growing intervals meanwhile
   */
  SipMessage take(Predicate<SipMessage> wanted, String awaited, @Nullable SipMessage again)
      throws IOException {
    Deadline end = Deadline.inPatience();
    Duration interval = T1;
    Deadline next = Deadline.in(interval);
    while (!end.passed()) {
      Optional<SipMessage> found = inbox.stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        inbox.remove(found.get());
        return found.get();
      }
      if (again != null && next.passed()) {
        transmit(again);
        interval = interval.multipliedBy(2);
      }
      if (next.passed()) {
        next = Deadline.in(interval);
      }
      receive(end.millis(next));
    }
    throw new IOException(
        account.user()
            + " got no "
            + awaited
            + " from "
            + door
            + " within "
            + Deadline.PATIENCE.toSeconds()
            + " s");
  }

  void send(SipMessage request) throws IOException {
    stage.sent(door, account.user() + ": " + request.method() + " " + request.requestUri());
    transmit(request);
  }

  /** Sends a response, and keeps it for a request that comes again. */
  void respond(SipMessage request, SipMessage response) throws IOException {
    stage.sent(door, account.user() + ": " + said(response));
    answers.put(transaction(request), Optional.of(response));
    transmit(response);
  }

  private void transmit(SipMessage message) throws IOException {
    byte[] octets = message.encode();
    try {
      socket.send(new DatagramPacket(octets, octets.length));
    } catch (PortUnreachableException e) {
      throw new IOException("nothing listens at " + door, e);
    }
  }

  private void receive(int millis) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
    try {
      socket.setSoTimeout(millis);
      socket.receive(packet);
      arrived(SipMessage.parse(Arrays.copyOf(packet.getData(), packet.getLength())));
    } catch (SocketTimeoutException e) {
      return;
    } catch (PortUnreachableException e) {
      throw new IOException("nothing listens at " + door, e);
    } catch (SipFormatException e) {
      throw new IOException("no SIP came from " + door + ": " + e.getMessage(), e);
    }
  }

  private void arrived(SipMessage message) throws IOException {
    if (message.isRequest()) {
      Optional<SipMessage> before = answers.get(transaction(message));
      if (before != null) {
        if (before.isPresent()) {
          transmit(before.get());
        }
        return;
      }
      answers.put(transaction(message), Optional.empty());
      stage.received(door, account.user() + ": " + message.method());
    } else {
      stage.received(door, account.user() + ": " + said(message));
    }
    inbox.add(message);
    if (inbox.size() > MOST_WAITING) {
      inbox.remove();
    }
  }

  /** What a request and its retransmissions share (§17.2.3). */
  private static String transaction(SipMessage request) {
    return request.topVia().branch().orElse("") + " " + request.method();
  }

  static String said(SipMessage response) {
    return response.statusCode() + " " + response.reasonPhrase();
  }

  String via() {
    return "SIP/2.0/UDP " + address() + ";rport;branch=z9hG4bK" + Randoms.token(20);
  }

  String contact() {
    return "<sip:" + account.user() + "@" + address() + ">";
  }

  private String address() {
    String host = socket.getLocalAddress().getHostAddress();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + socket.getLocalPort();
  }
}
