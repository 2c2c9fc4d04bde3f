package org.gatehouse.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimerWheelTest {
  private final TimerWheel wheel = new TimerWheel(0);
  private final List<String> ran = new ArrayList<>();

  private EventLoop.Timeout at(long now, long millis, String name) {
    return wheel.schedule(now, Duration.ofMillis(millis), () -> ran.add(name));
  }

  @Test
  void neverRunsEarlyAndNeverLaterThanOneTick() {
    Random random = new Random(7);
    long[] late = new long[500];
    long[] now = {0};
    for (int i = 0; i < late.length; i++) {
      int index = i;
      long delay = random.nextInt(40_000);
      late[i] = Long.MIN_VALUE;
      wheel.schedule(0, Duration.ofMillis(delay), () -> late[index] = now[0] - delay);
    }
    for (now[0] = 0; now[0] <= 40_020; now[0]++) {
      wheel.advance(now[0]);
    }

    assertThat(LongStream.of(late).boxed())
        .allMatch(by -> by >= 0 && by <= 2 * TimerWheel.TICK_IN_MILLIS);
    assertThat(wheel.size()).isZero();
  }

  @Test
  void runsALongTimerOnlyInItsOwnRound() {
    at(0, 32_000, "long");
    at(0, 500, "short");

    wheel.advance(31_990);
    assertThat(ran).containsExactly("short");
    wheel.advance(32_020);
    assertThat(ran).containsExactly("short", "long");
  }

  @Test
  void keepsWhatIsCancelledFromRunning() {
    EventLoop.Timeout first = at(0, 100, "first");
    at(0, 100, "second");
    EventLoop.Timeout third = at(0, 100, "third");
    third.cancel();
    first.cancel();
    first.cancel();

    wheel.advance(200);

    assertThat(ran).containsExactly("second");
    assertThat(wheel.size()).isZero();
  }

  @Test
  void letsATaskCancelItsNeighbourAndScheduleAgain() {
    EventLoop.Timeout[] neighbour = new EventLoop.Timeout[1];
    neighbour[0] = at(0, 50, "neighbour");
    wheel.schedule(
        0,
        Duration.ofMillis(50),
        () -> {
          neighbour[0].cancel();
          at(50, 50, "again");
        });

    wheel.advance(60);
    wheel.advance(120);

    assertThat(ran).containsExactly("again");
  }

  @Test
  void catchesUpAfterTheClockLeapt() {
    at(0, 20, "a");
    at(0, 9_000, "b");
    wheel.advance(10_000_000);
    assertThat(ran).containsExactlyInAnyOrder("a", "b");
  }
}
