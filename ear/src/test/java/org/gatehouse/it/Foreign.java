package org.gatehouse.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program that somebody else wrote, as counterpart. */
final class Foreign implements AutoCloseable {
  private final Process process;
  private final Path output;

  private Foreign(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** What it printed, and how it ended. */
  record Result(int exitCode, String output) {}

  /** Starts it in a folder of its own; the test is skipped where it is not installed. */
  static Foreign start(List<String> command) throws IOException {
    Assumptions.assumeTrue(installed(command.get(0)), command.get(0) + " is not installed");
    Path folder = Files.createTempDirectory(Path.of("target"), command.get(0));
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.redirectInput(new File("/dev/null"));
    return new Foreign(builder.start(), output);
  }

  static Result run(List<String> command, int seconds) throws Exception {
    try (Foreign foreign = start(command)) {
      return foreign.await(seconds);
    }
  }

  /** Waits for its end. */
  Result await(int seconds) throws Exception {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new AssertionError("still running after " + seconds + " s:\n" + printed());
    }
    return new Result(process.exitValue(), printed());
  }

  String printed() throws IOException {
    return Files.readString(output, StandardCharsets.ISO_8859_1);
  }

  private static boolean installed(String program) {
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
