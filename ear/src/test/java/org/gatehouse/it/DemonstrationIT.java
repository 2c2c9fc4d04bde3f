package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job: two users outside, a call with media, messages, a meeting and a download. */
class DemonstrationIT {
  private final Launcher launcher =
      new Launcher(Path.of("target", "demonstration-home").toAbsolutePath(), Map.of());

  @BeforeEach
  void begin() throws Exception {
    launcher.deleteHome();
  }

  @AfterEach
  void end() throws Exception {
    launcher.end();
  }

  @Test
  void playsEveryStepAgainstAServerThatWasJustStarted() throws Exception {
    Launcher.Result started = launcher.run("start");
    assertThat(started.exitCode()).as(started.output()).isZero();
    assertThat(started.output()).contains("All doors open.");

    Launcher.Result demonstration = launcher.run("demo");
    assertThat(demonstration.exitCode()).as(demonstration.output()).isZero();
    assertThat(demonstration.output()).containsPattern("All \\d+ steps ok");

    assertThat(launcher.run("stop").output()).contains("Stopped.");
  }
}
