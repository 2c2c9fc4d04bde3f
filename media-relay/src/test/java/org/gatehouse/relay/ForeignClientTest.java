package org.gatehouse.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another project's client, which speaks RFC 5766, where it is installed. */
class ForeignClientTest {
  private static final Path CLIENT = Path.of("/usr/bin/turnutils_uclient");

  @TempDir Path folder;

  private String run(RunningRelay relay, String... options) throws Exception {
    assumeThat(CLIENT).as("turnutils_uclient is not installed").exists();
    Path output = folder.resolve("output");
    List<String> command =
        new ArrayList<>(List.of(CLIENT.toString(), "-u", "alice", "-w", "secret"));
    command.addAll(List.of("-p", Integer.toString(relay.address().getPort())));
    command.addAll(List.of(options));
    command.add("127.0.0.1");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  @Test
  @Spec("RFC 8656 §12.6")
  void losesNothingThroughChannels() throws Exception {
    try (RunningRelay relay = new RunningRelay()) {
      String output = run(relay, "-y", "-c", "-n", "20", "-m", "2");
      assertThat(output).contains("tot_recv_msgs=40", "Total lost packets 0 (0.000000%)");
      assertThat(relay.counters.malformedDatagrams.sum()).isZero();
    }
  }

  /** Without {@code -c} it asks for even ports and reserves the next ones. */
  @Test
  @Spec("RFC 8656 §11.2")
  void losesNothingBySendAndData() throws Exception {
    try (RunningRelay relay = new RunningRelay()) {
      String output = run(relay, "-y", "-s", "-n", "20", "-m", "2");
      assertThat(output).contains("tot_recv_msgs=40", "Total lost packets 0 (0.000000%)");
      assertThat(relay.counters.malformedDatagrams.sum()).isZero();
    }
  }
}
