package org.gatehouse.sipconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.CredentialsQuestion;
import org.gatehouse.admission.DigestKeys;
import org.gatehouse.admission.Passage;
import org.gatehouse.admission.Passage.SourceKind;
import org.gatehouse.admission.Proof;
import org.gatehouse.admission.Ready;
import org.gatehouse.admission.Reason;
import org.gatehouse.admission.SipAdmission;
import org.gatehouse.admission.SipQuestion;
import org.gatehouse.conformance.Spec;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Access Edge and Director over real sockets, with a bean of the test. */
class SipNodeTest implements SipAdmission {
  private static final String DOMAIN = "sip:example.com";

  private volatile boolean up = true;
  private RunningNode node;

  @Override
  public Admission<Passage> passage(SipQuestion question) {
    if (!up) {
      return Admission.unavailable("the test says so");
    }
    return question.requestUri().contains("example.com")
        ? Admission.admitted(new Passage(SourceKind.REMOTE_USER), "test")
        : Admission.refused(Reason.UNKNOWN_DOMAIN, "test");
  }

  @Override
  public Admission<Proof> proof(SipQuestion question) {
    return Admission.admitted(new Proof(question.from().contains("@example.com")), "test");
  }

  @Override
  public Admission<DigestKeys> credentials(CredentialsQuestion question) {
    String secret = question.username() + ":" + question.realm() + ":secret";
    byte[] sha256 = HexFormat.of().parseHex(Phone.hash(secret));
    return Admission.admitted(new DigestKeys(new byte[16], sha256), "test");
  }

  @Override
  public Admission<Ready> ready() {
    return Admission.admitted(new Ready("memory"), "test");
  }

  private void start(Map<String, String> changes) {
    node = new RunningNode(this, changes);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> node.doors().values().stream().noneMatch(s -> s.contains("not opened yet")));
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  @Spec("RFC 3261 §10.3")
  @Spec("RFC 3261 §22.4")
  @Spec("RFC 3327 §5.2")
  void aUserOutsideRegistersAndIsReachedThroughTheEdge() throws Exception {
    start(Map.of());
    try (Phone alice = new Phone("alice", node.external);
        Phone bob = new Phone("bob", node.external)) {
      SipMessage registered = bob.prove("REGISTER", DOMAIN, "secret");
      assertThat(registered.statusCode()).isEqualTo(200);
      assertThat(registered.first(HeaderName.CONTACT).orElse("")).startsWith("<" + bob.contact());

      alice.send(alice.request("MESSAGE", "sip:bob@example.com", ""));
      assertThat(alice.receive().statusCode()).as("not before proof").isEqualTo(407);

      CompletableFuture<SipMessage> delivered = answering(bob);
      assertThat(alice.prove("MESSAGE", "sip:bob@example.com", "secret").statusCode())
          .isEqualTo(200);
      SipMessage message = delivered.get(10, TimeUnit.SECONDS);
      assertThat(message.requestUri()).isEqualTo(bob.contact());
      assertThat(message.first(HeaderName.PROXY_AUTHORIZATION)).isEmpty();
      assertThat(message.topVia().port()).isEqualTo(node.external);
    }
  }

  private static CompletableFuture<SipMessage> answering(Phone phone) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            SipMessage request = phone.receive();
            byte[] ok = SipMessage.response(request, 200, "OK", "b").encode();
            phone.send(new String(ok, StandardCharsets.UTF_8));
            return request;
          } catch (IOException | SipFormatException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  @Spec("RFC 3261 §22.3")
  void refusesWrongCredentialsAndANameThatIsNotTheUsers() throws Exception {
    start(Map.of());
    try (Phone alice = new Phone("alice", node.external)) {
      assertThat(alice.prove("REGISTER", DOMAIN, "wrong").statusCode()).isEqualTo(401);
      assertThat(alice.prove("REGISTER", DOMAIN, "secret").statusCode()).isEqualTo(200);

      String spoofed =
          alice.request("REGISTER", DOMAIN, "").replace("To: <sip:alice@", "To: <sip:bob@");
      assertThat(alice.ask(spoofed).statusCode()).isEqualTo(401);
    }
  }

  @Test
  @Spec("RFC 3261 §16.3")
  void answersForRefusalAndForSilenceOfTheAuthority() throws Exception {
    start(Map.of());
    try (Phone alice = new Phone("alice", node.external)) {
      assertThat(alice.ask(alice.request("OPTIONS", "sip:x@example.net", "")).statusCode())
          .isEqualTo(404);
      up = false;
      SipMessage unavailable = alice.ask(alice.request("OPTIONS", "sip:x@example.com", ""));
      assertThat(unavailable.statusCode()).isEqualTo(503);
      assertThat(unavailable.first(HeaderName.RETRY_AFTER)).isPresent();
    }
  }

  @Test
  @Spec("RFC 3261 §18.3")
  @Spec("RFC 5626 §4.4.1")
  void aConnectionCarriesMessagesAndKeepAlivesUntilItsFramingIsLost() throws Exception {
    start(Map.of());
    try (Phone alice = new Phone("alice", node.external);
        Socket socket = new Socket(RunningNode.at(0).getAddress(), node.external)) {
      socket.setSoTimeout(10_000);
      InputStream in = socket.getInputStream();
      socket.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(in.readNBytes(2)).containsExactly('\r', '\n');

      String options = alice.request("OPTIONS", "sip:127.0.0.1:" + node.external, "");
      send(socket, options.replace("Via: SIP/2.0/UDP", "Via: SIP/2.0/TCP"));
      assertThat(line(in)).isEqualTo("SIP/2.0 200 OK");
      while (!line(in).isEmpty()) {
        // the rest of the response
      }
      send(socket, options.replace("Content-Length: 0", "Content-Length: x"));
      assertThat(line(in)).isEqualTo("SIP/2.0 400 Malformed Content-Length");
      while (in.read() >= 0) {
        // until it is closed
      }
    }
  }

  private static void send(Socket socket, String text) throws Exception {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String line(InputStream in) throws Exception {
    StringBuilder line = new StringBuilder();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      assertThat(octet).as("closed after " + line).isNotNegative();
      line.append((char) octet);
    }
    return line.toString().strip();
  }

  @Test
  void aWrongPropertyClosesItsElementAndLeavesTheOther() {
    start(Map.of("externalBind", "0.0.0.0:5060"));

    assertThat(node.doors().get("SipExternalUdp"))
        .startsWith("closed: property externalBind is \"0.0.0.0:5060\"; allowed: one address");
    assertThat(node.doors().get("DirectorUdp")).startsWith("open udp");
    assertThat(node.doors().get("DirectorTcp")).startsWith("open tcp");
  }

  @Test
  void aNodeCanBeTheDirectorAlone() {
    start(Map.of("accessEdgeEnabled", "false"));
    assertThat(node.doors().get("SipInternalTcp")).isEqualTo("off");
    assertThat(node.doors().get("DirectorTcp")).startsWith("open tcp");
  }
}
