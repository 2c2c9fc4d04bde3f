package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

  private final Path root = Path.of(System.getProperty("gatehouse.root"));
  private final Path home = Path.of("target", "launcher-home").toAbsolutePath();
  private final int offset = freeOffset();
  private final int databasePort = freePort();
  private Result started;

  private record Result(int exitCode, String output) {}

  @BeforeEach
  void begin() throws Exception {
    deleteHome();
  }

  @AfterEach
  void end() throws Exception {
    if (gatehouse("status").exitCode() != 4) {
      gatehouse("stop");
    }
  }

  private Result gatehouse(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(root.resolve("gatehouse").toString());
    builder.command().addAll(List.of("--home", home.toString()));
    builder.command().addAll(List.of("--port-offset", Integer.toString(offset)));
    builder.command().addAll(List.of(arguments));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GATEHOUSE_"));
    environment.put(
        "GATEHOUSE_DB_URL",
        "jdbc:h2:tcp://127.0.0.1:"
            + databasePort
            + "/"
            + home.resolveSibling("launcher-database")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    environment.put("GATEHOUSE_CONFERENCE_EXTERNAL_BIND", "nonsense");
    Path output = Files.createTempFile(Path.of("target"), "launcher", ".out");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(240, TimeUnit.SECONDS)).as("the launcher returned").isTrue();
    return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  @Test
  void saysWhichDoorIsClosedAndWhyAndOpensItWhenTheCauseIsGone() throws Exception {
    assertThat(gatehouse("status").exitCode()).as("not running").isEqualTo(4);
    assertThat(gatehouse("frobnicate").exitCode()).as("wrong use").isEqualTo(2);

    Server database;
    DatagramSocket busy = new DatagramSocket(3478 + offset, InetAddress.getLoopbackAddress());
    try {
      started = gatehouse("start");
      assertThat(started.exitCode()).as(started.output()).isEqualTo(3);
      assertThat(started.output())
          .as("the database is down")
          .containsPattern("SipExternalUdp +closed: the authority cannot answer: directory");

      database = Server.createTcpServer("-tcpPort", "" + databasePort, "-ifNotExists").start();
      awaitOpen("SipExternalUdp");
      Result status = gatehouse("status");
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

  private static int freeOffset() {
    return 20_000 + (int) (System.nanoTime() % 200) * 40;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void deleteHome() throws IOException {
    for (Path folder : List.of(home)) {
      if (Files.exists(folder)) {
        try (var files = Files.walk(folder)) {
          files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
      }
    }
    Files.deleteIfExists(home.resolveSibling("launcher-database.mv.db"));
  }
}
