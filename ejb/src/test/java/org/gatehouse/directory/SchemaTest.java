package org.gatehouse.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private final TestClock clock = new TestClock();
  private final Deque<String> failures = new ArrayDeque<>();
  private int attempts;
  private final Schema schema =
      new Schema(
          () -> {
            attempts++;
            if (!failures.isEmpty()) {
              throw new IllegalStateException(new java.io.IOException(failures.remove()));
            }
          },
          clock);

  @Test
  void migratesAtFirstUseAndNeverAgain() {
    assertThat(attempts).isZero();
    assertThat(schema.missing()).isEmpty();
    clock.advance(Duration.ofHours(1));
    assertThat(schema.missing()).isEmpty();
    assertThat(attempts).isEqualTo(1);
  }

  @Test
  void triesAgainAtMostEveryTwoSecondsAndTellsTheRootOfTheLastFailure() {
    failures.addAll(List.of("refused", "still refused"));

    assertThat(schema.missing()).contains("refused");
    clock.advance(Duration.ofMillis(1999));
    assertThat(schema.missing()).contains("refused");
    assertThat(attempts).isEqualTo(1);

    clock.advance(Duration.ofMillis(1));
    assertThat(schema.missing()).contains("still refused");
    clock.advance(Schema.BETWEEN_ATTEMPTS);
    assertThat(schema.missing()).isEmpty();
    assertThat(attempts).isEqualTo(3);
  }
}
