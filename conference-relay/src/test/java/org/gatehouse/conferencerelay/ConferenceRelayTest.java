package org.gatehouse.conferencerelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gatehouse.conferencerelay.Edge.CONNECT;
import static org.gatehouse.conferencerelay.Edge.LIMIT;
import static org.gatehouse.conferencerelay.Edge.OPENING;
import static org.gatehouse.conferencerelay.Edge.read;
import static org.gatehouse.conferencerelay.Edge.readToEnd;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class ConferenceRelayTest {
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  private static void say(SSLSocket socket, String words) throws Exception {
    socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aParticipantWithAKeyExchangesOctetsWithItsMeetingServer() throws Exception {
    try (Edge edge = Edge.open();
        SSLSocket inside = edge.waiting();
        SSLSocket outside = edge.external(OPENING + "early ")) {
      say(outside, "words");
      assertThat(read(inside, CONNECT.length() + 11)).isEqualTo(CONNECT + "early words");
      say(inside, "answer");
      assertThat(read(outside, 6)).isEqualTo("answer");

      assertThat(edge.counter("ConnectionsActive")).isEqualTo(1);
      assertThat(edge.counter("ConnectionsTotal")).isEqualTo(1);
      assertThat(edge.counter("InsideConnectionsWaiting")).isZero();
      assertThat(edge.counter("ConnectionsOpening")).isZero();
      assertThat(edge.counter("BytesIn")).isEqualTo(11);
      assertThat(edge.counter("BytesOut")).isEqualTo(6);
    }
  }

  @Test
  void aParticipantWaitsForAConnectionOfItsMeetingServer() throws Exception {
    try (Edge edge = Edge.open();
        SSLSocket outside = edge.external(OPENING)) {
      edge.awaitCounter("QuestionsAsked", 2);
      try (SSLSocket inside = edge.internal(Edge.SERVER_OPENING)) {
        assertThat(read(inside, CONNECT.length())).isEqualTo(CONNECT);
        say(inside, "welcome");
        assertThat(read(outside, 7)).isEqualTo("welcome");
      }
    }
  }

  private static byte[] noise() {
    byte[] noise = new byte[TEN_MEGABYTES];
    new Random(8057).nextBytes(noise);
    return noise;
  }

  private static void half(SSLSocket socket) {
    try {
      socket.shutdownOutput();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static CompletableFuture<Void> sending(SSLSocket socket, byte[] octets) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            OutputStream out = socket.getOutputStream();
            out.write(octets);
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  @Test
  void aSlowMeetingServerPausesItsParticipantAndLosesNothing() throws Exception {
    try (Edge edge = Edge.open();
        SSLSocket inside = edge.waiting();
        SSLSocket outside = edge.external(OPENING)) {
      assertThat(read(inside, CONNECT.length())).isEqualTo(CONNECT);
      byte[] octets = noise();
      CompletableFuture<Void> sent = sending(outside, octets);

      edge.awaitCounter("ConnectionsPaused", 1);
      assertThat(edge.counter("BytesIn")).isLessThan(TEN_MEGABYTES);

      assertThat(inside.getInputStream().readNBytes(TEN_MEGABYTES)).isEqualTo(octets);
      sent.join();
      edge.awaitCounter("BytesIn", TEN_MEGABYTES);
      edge.awaitCounter("ConnectionsPaused", 0);
    }
  }

  @Test
  void aSlowParticipantPausesItsMeetingServerAndLosesNothing() throws Exception {
    try (Edge edge = Edge.open();
        SSLSocket inside = edge.waiting();
        SSLSocket outside = edge.external(OPENING)) {
      assertThat(read(inside, CONNECT.length())).isEqualTo(CONNECT);
      byte[] octets = noise();
      CompletableFuture<Void> sent = sending(inside, octets);

      edge.awaitCounter("ConnectionsPaused", 1);
      assertThat(edge.counter("BytesOut")).isLessThan(TEN_MEGABYTES);

      assertThat(outside.getInputStream().readNBytes(TEN_MEGABYTES)).isEqualTo(octets);
      sent.join();
    }
  }

  @Test
  void whenOneSideHalfClosesTheOtherGetsEverythingAndBothEnd() throws Exception {
    try (Edge edge = Edge.open();
        SSLSocket inside = edge.waiting();
        SSLSocket outside = edge.external(OPENING)) {
      assertThat(read(inside, CONNECT.length())).isEqualTo(CONNECT);
      byte[] octets = noise();
      CompletableFuture<Void> sent = sending(inside, octets).thenRun(() -> half(inside));

      assertThat(readToEnd(outside)).isEqualTo(octets);
      sent.join();
      edge.awaitCounter("ConnectionsActive", 0);
    }
  }

  @Test
  void aParticipantThatLeavesEndsItsInsideConnection() throws Exception {
    try (Edge edge = Edge.open();
        SSLSocket inside = edge.waiting()) {
      try (SSLSocket outside = edge.external(OPENING + "bye")) {
        assertThat(read(inside, CONNECT.length())).isEqualTo(CONNECT);
        assertThat(outside.isConnected()).isTrue();
      }
      assertThat(readToEnd(inside)).asString().isEqualTo("bye");
      edge.awaitCounter("ConnectionsActive", 0);
    }
  }

  @Test
  void withoutAKeyInTimeTheConnectionEndsAndNothingIsForwarded() throws Exception {
    try (Edge edge = Edge.open("openingTimeout", "1");
        SSLSocket inside = edge.waiting();
        SSLSocket outside = edge.external("GATEHOUSE-CONFERENCE/1 ")) {
      assertThat(readToEnd(outside)).isEmpty();
      edge.awaitCounter("OpeningsTimedOut", 1);
      edge.awaitCounter("ConnectionsOpening", 0);
      assertThat(edge.counter("BytesIn")).isZero();
      assertThat(edge.counter("InsideConnectionsWaiting")).isEqualTo(1);
      assertThat(inside.getInputStream().available()).isZero();
    }
  }

  @Test
  void anUnknownKeyEndsTheConnectionAndNothingIsForwarded() throws Exception {
    try (Edge edge = Edge.open();
        SSLSocket inside = edge.waiting();
        SSLSocket outside = edge.external("GATEHOUSE-CONFERENCE/1 AAAAAAAAAAAAAAAAAAAA\r\nhello")) {
      assertThat(readToEnd(outside)).isEmpty();
      edge.awaitCounter("ConnectionsRefused", 1);
      assertThat(edge.counter("ConnectionsTotal")).isZero();
      assertThat(edge.counter("BytesIn")).isZero();
      assertThat(edge.counter("InsideConnectionsWaiting")).isEqualTo(1);
      assertThat(inside.getInputStream().available()).isZero();
    }
  }

  @Test
  void aWrongFirstLineEndsTheConnectionWithoutAQuestion() throws Exception {
    try (Edge edge = Edge.open();
        SSLSocket outside = edge.external("GET / HTTP/1.1\r\n\r\n")) {
      assertThat(readToEnd(outside)).isEmpty();
      edge.awaitCounter("OpeningsMalformed", 1);
      assertThat(edge.counter("QuestionsAsked")).as("readiness alone").isEqualTo(1);
    }
  }

  @Test
  void aParticipantOfAnAbsentMeetingServerIsRefused() throws Exception {
    try (Edge edge = Edge.open();
        SSLSocket other = edge.internal("GATEHOUSE-MEETING-SERVER/1 meeting2\r\n");
        SSLSocket outside = edge.external(OPENING)) {
      assertThat(readToEnd(outside)).isEmpty();
      edge.awaitCounter("ConnectionsRefused", 1);
      assertThat(other.getInputStream().available()).isZero();
    }
  }

  @Test
  void aMeetingServerThatTheAuthorityRefusesIsClosed() throws Exception {
    try (Edge edge = Edge.open();
        SSLSocket inside = edge.internal("GATEHOUSE-MEETING-SERVER/1 stranger\r\n")) {
      assertThat(readToEnd(inside)).isEmpty();
      edge.awaitCounter("ConnectionsRefused", 1);
      assertThat(edge.counter("InsideConnectionsWaiting")).isZero();
    }
  }

  @Test
  void aMeetingServerThatSpeaksBeforeConnectIsClosed() throws Exception {
    try (Edge edge = Edge.open();
        SSLSocket inside = edge.waiting()) {
      say(inside, "hello?");
      assertThat(readToEnd(inside)).isEmpty();
      edge.awaitCounter("OpeningsMalformed", 1);
      edge.awaitCounter("InsideConnectionsWaiting", 0);
    }
  }

  @Test
  void manyParticipantsAreKeptApart() throws Exception {
    try (Edge edge = Edge.open()) {
      for (int i = 0; i < 20; i++) {
        try (SSLSocket outside = edge.external(OPENING + "participant" + (10 + i));
            SSLSocket inside = edge.internal(Edge.SERVER_OPENING)) {
          assertThat(read(inside, CONNECT.length() + 13))
              .isEqualTo(CONNECT + "participant" + (10 + i));
          say(inside, "server" + (10 + i));
          assertThat(read(outside, 8)).isEqualTo("server" + (10 + i));
        }
      }
      edge.awaitCounter("ConnectionsTotal", 20);
      edge.awaitCounter("ConnectionsActive", 0);
    }
  }

  @Test
  void stoppingEndsConnectionsAndLoops() throws Exception {
    Edge edge = Edge.open();
    try (SSLSocket inside = edge.waiting();
        SSLSocket outside = edge.external(OPENING)) {
      assertThat(read(inside, CONNECT.length())).isEqualTo(CONNECT);
      edge.relay.stop();
      assertThat(readToEnd(outside)).isEmpty();
      await().atMost(LIMIT).until(() -> edge.container.running.get() == 0);
      assertThat(edge.relay.door(ConferenceRelay.EXTERNAL))
          .hasToString("closed: the connector was stopped");
    } finally {
      edge.close();
    }
  }
}
