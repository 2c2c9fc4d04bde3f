package org.gatehouse.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Brings the schema into place at first use, never at deployment. Until that has succeeded it is
 * tried again at most every two seconds, by one thread at a time; the others are told the last
 * cause.
 */
final class Schema {
  static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

  private final Runnable migration;
  private final Clock clock;
  private final ReentrantLock attempting = new ReentrantLock();
  private volatile Attempt last = new Attempt("not migrated yet", Instant.MIN);

  /** The last attempt; without a cause it succeeded. */
  private record Attempt(@Nullable String cause, Instant next) {}

  Schema(Runnable migration, Clock clock) {
    this.migration = migration;
    this.clock = clock;
  }

  /** Why the schema is not in place; empty when it is. */
  Optional<String> missing() {
    Attempt attempt = last;
    if (attempt.cause() == null || clock.instant().isBefore(attempt.next())) {
      return Optional.ofNullable(attempt.cause());
    }
    boolean first = attempt.next().equals(Instant.MIN);
    if (first) {
      attempting.lock();
    } else if (!attempting.tryLock()) {
      return Optional.ofNullable(attempt.cause());
    }
    try {
      if (last.equals(attempt)) {
        last = attempt();
      }
      return Optional.ofNullable(last.cause());
    } finally {
      attempting.unlock();
    }
  }

  private Attempt attempt() {
    try {
      migration.run();
      DirectoryLog.LOG.schemaInPlace();
      return new Attempt(null, Instant.MAX);
    } catch (RuntimeException | LinkageError e) {
      String cause = Causes.of(e);
      if (!cause.equals(last.cause())) {
        DirectoryLog.LOG.schemaMissing(cause);
      }
      return new Attempt(cause, clock.instant().plus(BETWEEN_ATTEMPTS));
    }
  }
}
