package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.net.ssl.SSLSocket;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meeting data through the Web Conferencing Edge. */
@ExtendWith(ArquillianExtension.class)
class ConferenceIT {
  @Deployment(testable = false)
  static EnterpriseArchive ear() {
    return Server.ear();
  }

  @BeforeEach
  void meeting() throws Exception {
    Server.awaitDoors();
    Server.user("guest@localhost", "guest-secret");
    Server.rest("PUT", "meeting-servers/inside", "{\"enabled\":true}");
    Server.rest("PUT", "conferences/board", "{\"meetingServer\":\"inside\"}");
  }

  private static SSLSocket connect(String door) throws Exception {
    SSLSocket socket =
        (SSLSocket) Server.tls().getSocketFactory().createSocket("127.0.0.1", Server.port(door));
    socket.setSoTimeout(15_000);
    return socket;
  }

  private static String key() throws Exception {
    String answer =
        Server.rest(
            "POST",
            "conferences/board/keys",
            "{\"user\":\"guest@localhost\",\"lifetimeSeconds\":60}");
    return answer.replaceFirst(".*\"sessionKey\"\\s*:\\s*\"([^\"]+)\".*", "$1");
  }

  private static void send(SSLSocket socket, String line) throws Exception {
    socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String line(DataInputStream in) throws Exception {
    StringBuilder line = new StringBuilder();
    for (int octet = in.read(); octet != '\n' && octet >= 0; octet = in.read()) {
      line.append((char) octet);
    }
    return line.toString().strip();
  }

  @Test
  void aParticipantWithAKeyExchangesBytesWithTheInsideServer() throws Exception {
    try (SSLSocket inside = connect("conference.internal");
        SSLSocket outside = connect("conference.external")) {
      send(inside, "GATEHOUSE-MEETING-SERVER/1 inside\r\n");
      send(outside, "GATEHOUSE-CONFERENCE/1 " + key() + "\r\nhello");

      DataInputStream in = new DataInputStream(inside.getInputStream());
      assertThat(line(in)).startsWith("CONNECT board guest");
      byte[] hello = new byte[5];
      in.readFully(hello);
      assertThat(hello).isEqualTo("hello".getBytes(StandardCharsets.US_ASCII));

      byte[] answer = new byte[300_000];
      new Random(3).nextBytes(answer);
      inside.getOutputStream().write(answer);
      inside.getOutputStream().flush();
      byte[] received = new byte[answer.length];
      new DataInputStream(outside.getInputStream()).readFully(received);
      assertThat(received).isEqualTo(answer);
    }
  }

  /** The opening timeout of the tested server is 3 s. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GATEHOUSE-CONFERENCE/1 aaaaaaaaaaaaaaaaaaaaaaaa\r\n",
        "GET / HTTP/1.1\r\n\r\n"
      })
  void aStrangerWithoutAKeyIsClosedAndNothingIsForwarded(String opening) throws Exception {
    try (SSLSocket inside = connect("conference.internal");
        SSLSocket outside = connect("conference.external")) {
      send(inside, "GATEHOUSE-MEETING-SERVER/1 inside\r\n");
      outside.startHandshake();
      send(outside, opening);

      assertThat(outside.getInputStream().read()).as("closed without a byte").isEqualTo(-1);
      inside.setSoTimeout(300);
      assertThat(readsNothing(inside)).isTrue();
    }
  }

  private static boolean readsNothing(SSLSocket inside) throws Exception {
    try {
      return inside.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }
}
