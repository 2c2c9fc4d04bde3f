package org.gatehouse.conferencerelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gatehouse.conferencerelay.ConferenceRelay.EXTERNAL;
import static org.gatehouse.conferencerelay.ConferenceRelay.INTERNAL;
import static org.gatehouse.conferencerelay.Edge.LIMIT;
import static org.gatehouse.conferencerelay.Edge.SERVER_OPENING;
import static org.gatehouse.conferencerelay.Edge.readToEnd;

import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLSocket;
import org.gatehouse.connector.DoorState;
import org.gatehouse.connector.WrongValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConferenceDoorsTest {

  @Test
  void aMissingKeyManagerKeepsTheDoorsClosedUntilItIsThere() throws Exception {
    KeyManager key = Edge.keys(Edge.certificate("gatehouse.example"));
    AtomicBoolean there = new AtomicBoolean();
    Keys keys =
        new Keys(
            name -> {
              if (!there.get()) {
                throw new IllegalStateException("no key manager is named " + name);
              }
              return key;
            },
            name -> null);
    try (Edge edge = Edge.with(keys)) {
      for (String door : new String[] {EXTERNAL, INTERNAL}) {
        await()
            .atMost(LIMIT)
            .until(
                () ->
                    edge.relay
                        .door(door)
                        .equals(new DoorState.Closed("no key manager is named gatehouse")));
      }
      there.set(true);
      edge.awaitOpen();
    }
  }

  @Test
  void aBusyPortKeepsItsOwnDoorClosed() throws Exception {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      KeyManager key = Edge.keys(Edge.certificate("gatehouse.example"));
      String address = "127.0.0.1:" + busy.getLocalPort();
      try (Edge edge = Edge.with(new Keys(name -> key, name -> null), "externalBind", address)) {
        await()
            .atMost(LIMIT)
            .until(
                () ->
                    edge.relay
                        .door(EXTERNAL)
                        .equals(new DoorState.Closed(address + ": Address already in use")));
        await().atMost(LIMIT).until(() -> edge.relay.door(INTERNAL) instanceof DoorState.Open);
      }
    }
  }

  @Test
  void aWrongPropertyClosesItsOwnDoorOnly() throws Exception {
    KeyManager key = Edge.keys(Edge.certificate("gatehouse.example"));
    try (Edge edge =
        Edge.with(new Keys(name -> key, name -> null), "internalClientAuthentication", "perhaps")) {
      assertThat(edge.relay.door(INTERNAL))
          .hasToString(
              "closed: property internalClientAuthentication is \"perhaps\";"
                  + " allowed: none, optional or required");
      await().atMost(LIMIT).until(() -> edge.relay.door(EXTERNAL) instanceof DoorState.Open);
    }
  }

  @Test
  void aDisabledRelayOpensNothing() {
    try (Edge edge = Edge.with(new Keys(name -> null, name -> null), "enabled", "false")) {
      assertThat(edge.relay.door(EXTERNAL)).isEqualTo(new DoorState.Off());
      assertThat(edge.relay.door(INTERNAL)).isEqualTo(new DoorState.Off());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "externalBind, 8444",
    "keyManager, ''",
    "openingTimeout, 0",
    "openingTimeout, 301",
    "idleTimeout, never"
  })
  void saysWhichPropertyIsWrong(String property, String value) {
    assertThatThrownBy(() -> new ConferenceProperties(Edge.properties(property, value)).external())
        .isInstanceOf(WrongValueException.class)
        .hasMessageContaining("property " + property + " is \"" + value + "\"; allowed: ");
  }

  @Test
  void requiredClientCertificatesNeedATrustManager() {
    assertThatThrownBy(
            () ->
                new ConferenceProperties(
                        Edge.properties("internalClientAuthentication", "required"))
                    .clients())
        .hasMessageContaining("property trustManager is \"\"");
  }

  @Test
  void aMeetingServersCertificateMustHoldItsName() throws Exception {
    KeyManager key = Edge.keys(Edge.certificate("gatehouse.example"));
    X509Bundle right = Edge.certificate("Meeting1");
    X509Bundle other = Edge.certificate("meeting2");
    Keys keys = new Keys(name -> key, Edge.trusting(right, other));
    String required = "internalClientAuthentication";
    try (Edge edge = Edge.with(keys, required, "required", "trustManager", "meeting")) {
      edge.awaitOpen();
      try (SSLSocket inside = edge.internal(SERVER_OPENING, Edge.keys(right))) {
        edge.awaitCounter("InsideConnectionsWaiting", 1);
        assertThat(inside.isConnected()).isTrue();
      }
      edge.awaitCounter("InsideConnectionsWaiting", 0);
      try (SSLSocket inside = edge.internal(SERVER_OPENING, Edge.keys(other))) {
        assertThat(readToEnd(inside)).isEmpty();
      }
      edge.awaitCounter("ConnectionsRefused", 1);
    }
  }

  @Test
  void aMeetingServerWithoutTheRequiredCertificateIsNotHeard() throws Exception {
    KeyManager key = Edge.keys(Edge.certificate("gatehouse.example"));
    Keys keys = new Keys(name -> key, Edge.trusting(Edge.certificate("meeting1")));
    String required = "internalClientAuthentication";
    try (Edge edge = Edge.with(keys, required, "required", "trustManager", "meeting")) {
      edge.awaitOpen();
      try (SSLSocket inside = edge.internal("")) {
        assertThat(readToEnd(inside)).isEmpty();
      }
      assertThat(edge.counter("QuestionsAsked")).as("readiness alone").isEqualTo(1);
    }
  }
}
