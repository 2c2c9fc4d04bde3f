package org.gatehouse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepsTest {
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(octets, true, StandardCharsets.UTF_8);
  private final Steps steps = new Steps(out);
  private final List<String> played = new ArrayList<>();

  @Test
  void whatWentOverADoorIsPrinted() {
    steps.step(
        "Alice calls",
        () -> {
          steps.sent("5060/udp", "INVITE");
          steps.received("5060/udp", "407");
        });

    assertThat(steps.end("Look there.")).isZero();
    assertThat(printed())
        .containsSubsequence(" 1  Alice calls", "→ 5060/udp INVITE", "← 5060/udp 407", "ok, ")
        .endsWith("All 1 steps ok" + System.lineSeparator())
        .doesNotContain("Look there.");
  }

  @Test
  void afterAFailureOnlyTheLastStepIsPlayedAndTheFirstReasonStays() {
    steps.step("first", () -> played.add("first"));
    steps.step("second", () -> fail("the door is closed"));
    steps.step("third", () -> played.add("third"));
    steps.always(
        "last",
        () -> {
          played.add("last");
          fail("another reason");
        });

    assertThat(steps.end("Look there.")).isEqualTo(1);
    assertThat(played).containsExactly("first", "last");
    assertThat(printed())
        .containsSubsequence(
            "failed: the door is closed",
            "failed: another reason",
            "Step 2 failed: the door is closed",
            "Look there.");
  }

  @Test
  void aStepThatFailsWithoutAReasonNamesWhatWasThrown() {
    steps.step(
        "first",
        () -> {
          throw new IllegalStateException();
        });

    assertThat(steps.end("")).isEqualTo(1);
    assertThat(printed()).contains("Step 1 failed: IllegalStateException");
  }

  @Test
  void wrongArgumentsAreAnsweredWithTheUsage() {
    assertThat(Demonstration.run(new String[] {"home", "x"}, Map.of(), out)).isEqualTo(2);
    assertThat(printed()).startsWith("usage:");
  }

  private static void fail(String why) throws IOException {
    throw new IOException(why);
  }

  private String printed() {
    return octets.toString(StandardCharsets.UTF_8);
  }
}
