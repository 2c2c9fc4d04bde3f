package org.gatehouse.demo;

import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Numbered steps: each is announced, played, timed and judged. After a failure none is played. */
public final class Steps implements Stage {
  private final PrintStream out;
  private int number;
  private @Nullable String failure;

  public Steps(PrintStream out) {
    this.out = out;
  }

  /** What a step does. */
  @FunctionalInterface
  public interface Action {
    void play() throws Exception;
  }

  /** Plays a step unless one failed before. */
  public void step(String title, Action action) {
    if (failure == null) {
      number++;
      out.printf("%2d  %s%n", number, title);
      play(action);
    }
  }

  /** Plays what is to be done even after a failure; the first failure remains the reason. */
  public void always(String title, Action action) {
    number++;
    out.printf("%2d  %s%n", number, title);
    String before = failure;
    play(action);
    failure = before == null ? failure : before;
  }

  /** Says how it ended: 0 when all steps went well, otherwise 1. */
  public int end(String advice) {
    out.println();
    if (failure == null) {
      out.printf("All %d steps ok%n", number);
      return 0;
    }
    out.println(failure);
    out.println(advice);
    return 1;
  }

  private void play(Action action) {
    int here = number;
    long begin = System.nanoTime();
    try {
      action.play();
      out.printf("    ok, %d ms%n", millisSince(begin));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failed(here, begin, "interrupted");
    } catch (Exception e) {
      failed(here, begin, reason(e));
    }
  }

  private void failed(int step, long begin, String why) {
    failure = "Step " + step + " failed: " + why;
    out.printf("    failed: %s, %d ms%n", why, millisSince(begin));
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }

  private static long millisSince(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin).toMillis();
  }

  @Override
  public void sent(String door, String what) {
    out.printf("      → %s %s%n", door, what);
  }

  @Override
  public void received(String door, String what) {
    out.printf("      ← %s %s%n", door, what);
  }
}
