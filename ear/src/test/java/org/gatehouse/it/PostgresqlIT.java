package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.sip.SipMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The directory in PostgreSQL, chosen by its URL alone; and a database that goes away and returns.
 */
class PostgresqlIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final int port = freePort();
  private final Launcher launcher =
      new Launcher(
          Path.of("target", "postgresql-home").toAbsolutePath(),
          Map.of(
              "GATEHOUSE_DB_URL",
              "jdbc:postgresql://127.0.0.1:" + port + "/gatehouse",
              "GATEHOUSE_DB_PASSWORD",
              "unused by trust"));
  private Path programs = Path.of("absent");
  private String folder = "";

  @BeforeEach
  void begin() throws Exception {
    Optional<Path> installed = installed();
    Assumptions.assumeTrue(installed.isPresent(), "PostgreSQL is not installed");
    programs = installed.orElseThrow();
    folder = asPostgres("mktemp", "-d").strip();
    asPostgres(programs.resolve("initdb").toString(), "-D", folder + "/data", "-A", "trust");
    control("start");
    sql("postgres", "create user gatehouse");
    sql("postgres", "create database gatehouse owner gatehouse");
    launcher.deleteHome();
  }

  @AfterEach
  void end() throws Exception {
    if (!folder.isEmpty()) {
      launcher.end();
      asPostgres(
          programs.resolve("pg_ctl").toString(), "-D", folder + "/data", "-m", "immediate", "stop");
      asPostgres("rm", "-r", folder);
    }
  }

  @Test
  void keepsTheDirectoryAndAdmitsNobodyWhileItIsAway() throws Exception {
    Launcher.Result started = launcher.run("start");
    assertThat(started.exitCode()).as(started.output()).isZero();
    assertThat(launcher.run("domain", "add", "pg.example").output()).contains("Added pg.example.");
    assertThat(sql("gatehouse", "select name from domain")).contains("pg.example");
    assertThat(register()).isEqualTo(401);

    control("stop");
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofSeconds(1))
        .until(this::register, is -> is == 503);

    control("start");
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofSeconds(1))
        .until(this::register, is -> is == 401);
  }

  private int register() throws Exception {
    InetSocketAddress edge =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060 + launcher.offset());
    try (SipClient client = new SipClient(edge)) {
      SipMessage answer =
          client.ask(client.request("REGISTER", "sip:pg.example", "sip:carol@pg.example"));
      return answer.statusCode();
    }
  }

  private void control(String action) throws Exception {
    String options = "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1";
    asPostgres(
        programs.resolve("pg_ctl").toString(),
        "-D",
        folder + "/data",
        "-o",
        options,
        "-l",
        folder + "/log",
        "-m",
        "fast",
        "-w",
        action);
  }

  private String sql(String database, String statement) throws Exception {
    return asPostgres(
        "psql", "-h", "127.0.0.1", "-p", Integer.toString(port), database, "-c", statement);
  }

  /** PostgreSQL does not run as root. */
  private static String asPostgres(String... command) throws Exception {
    List<String> line = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      line.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    line.addAll(List.of(command));
    Foreign.Result result = Foreign.run(line, 60);
    assertThat(result.exitCode()).as(line + result.output()).isZero();
    return result.output();
  }

  private static Optional<Path> installed() throws IOException {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(versions)) {
      return folders
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
