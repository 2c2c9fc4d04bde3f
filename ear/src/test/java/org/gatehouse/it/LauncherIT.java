package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The launcher, with everything wrong that can be wrong at a start: a database that is down, a port
 * that is taken, a property that cannot be used.
 */
class LauncherIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path home = Path.of("target", "launcher-home").toAbsolutePath();
  private final int databasePort = freePort();
  private final Launcher launcher =
      new Launcher(
          home,
          Map.of(
              "GATEHOUSE_DB_URL",
              "jdbc:h2:tcp://127.0.0.1:"
                  + databasePort
                  + "/"
                  + home.resolveSibling("launcher-database")
                  + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
              "GATEHOUSE_CONFERENCE_EXTERNAL_BIND",
              "nonsense"));
  private Launcher.Result started;

  @BeforeEach
  void begin() throws Exception {
    launcher.deleteHome();
    Files.deleteIfExists(home.resolveSibling("launcher-database.mv.db"));
  }

  @AfterEach
  void end() throws Exception {
    launcher.end();
  }

  private Launcher.Result gatehouse(String... arguments) throws IOException, InterruptedException {
    return launcher.run(arguments);
  }

  @Test
  void saysWhichDoorIsClosedAndWhyAndOpensItWhenTheCauseIsGone() throws Exception {
    assertThat(gatehouse("status").exitCode()).as("not running").isEqualTo(4);
    assertThat(gatehouse("frobnicate").exitCode()).as("wrong use").isEqualTo(2);

    Server database;
    DatagramSocket busy =
        new DatagramSocket(3478 + launcher.offset(), InetAddress.getLoopbackAddress());
    try {
      started = gatehouse("start");
      assertThat(started.exitCode()).as(started.output()).isEqualTo(3);
      assertThat(started.output())
          .as("the database is down")
          .containsPattern("SipExternalUdp +closed: the authority cannot answer: directory");

      database = Server.createTcpServer("-tcpPort", "" + databasePort, "-ifNotExists").start();
      awaitOpen("SipExternalUdp");
      Launcher.Result status = gatehouse("status");
      assertThat(status.exitCode()).isEqualTo(3);
      assertThat(status.output())
          .containsPattern("StunExternalUdp +closed: .*Address already in use")
          .containsPattern(
              "ConferenceExternalTls +closed: property externalBind is .+nonsense.+; allowed: host:port")
          .containsPattern("ConferenceInternalTls +open")
          .containsPattern("DirectorTcp +open");
    } finally {
      busy.close();
    }
    try {
      awaitOpen("StunExternalUdp");
      assertThat(gatehouse("stop").exitCode()).isZero();
      assertThat(gatehouse("status").exitCode()).isEqualTo(4);
    } finally {
      database.stop();
    }
  }

  private void awaitOpen(String door) {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> gatehouse("status").output(), status -> open(status, door));
  }

  private static boolean open(String status, String door) {
    return status.lines().anyMatch(line -> line.matches(" *" + door + " +open .*"));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
