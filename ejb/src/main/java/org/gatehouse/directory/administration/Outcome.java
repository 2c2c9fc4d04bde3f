package org.gatehouse.directory.administration;

import static java.util.Objects.requireNonNull;

/**
 * How an operator's request ended.
 *
 * @param <T> what it gives
 */
public sealed interface Outcome<T> {

  /** It was done and committed. */
  record Done<T>(T value) implements Outcome<T> {
    public Done {
      requireNonNull(value, "value");
    }
  }

  /** It was not done and the directory is as before. */
  record NotDone<T>(Problem problem) implements Outcome<T> {
    public NotDone {
      requireNonNull(problem, "problem");
    }
  }

  /** Says that it was done. */
  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  /** Says that it was not done, and why. */
  static <T> Outcome<T> notDone(Problem problem) {
    return new NotDone<>(problem);
  }
}
