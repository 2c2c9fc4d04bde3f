package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the launcher for a server of the test's own. */
final class Launcher {
  private static final int NOT_RUNNING = 4;

  private final Path script = Path.of(System.getProperty("gatehouse.root"), "gatehouse");
  private final Path home;
  private final Map<String, String> environment;
  private final int offset = 20_000 + (int) (System.nanoTime() % 200) * 40;

  Launcher(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /** How a command ended and what it printed. */
  record Result(int exitCode, String output) {}

  int offset() {
    return offset;
  }

  Result run(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.command().addAll(List.of("--home", home.toString()));
    builder.command().addAll(List.of("--port-offset", Integer.toString(offset)));
    builder.command().addAll(List.of(arguments));
    builder.environment().keySet().removeIf(name -> name.startsWith("GATEHOUSE_"));
    builder.environment().putAll(environment);
    Path output = Files.createTempFile(Path.of("target"), "launcher", ".out");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(240, TimeUnit.SECONDS)).as("the launcher returned").isTrue();
    return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  /** Stops the server where it still runs. */
  void end() throws IOException, InterruptedException {
    if (run("status").exitCode() != NOT_RUNNING) {
      run("stop");
    }
  }

  void deleteHome() throws IOException {
    if (Files.exists(home)) {
      try (Stream<Path> files = Files.walk(home)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }
}
