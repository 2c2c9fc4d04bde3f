package org.gatehouse.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Ready;
import org.gatehouse.directory.DirectoryReading.Current;
import org.gatehouse.directory.DirectoryReading.Missing;

/**
 * The snapshot in memory. At most once a second one of the asking threads looks whether the version
 * row changed and only then reads everything; meanwhile the others use what there is. A database
 * that does not answer that look makes the reading {@code Missing}: no one is admitted by rules
 * that can no longer be changed.
 */
final class DirectoryMemory implements Directory {
  static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final int VALIDITY_IN_SECONDS = 2;

  private final DataSource dataSource;
  private final Transactions transactions;
  private final Schema schema;
  private final Clock clock;
  private final ReentrantLock looking = new ReentrantLock();

  /** Counts what this node changed, so that its own changes are never waited for. */
  private final AtomicLong changes = new AtomicLong(1);

  private volatile Look last = new Look(new Missing("directory: not read yet"), Instant.MIN, 0);

  /** What was found, when, and after which change of this node. */
  private record Look(DirectoryReading reading, Instant at, long change) {}

  DirectoryMemory(
      DataSource dataSource, Transactions transactions, DirectorySettings settings, Clock clock) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.clock = clock;
    FlywayMigration migration = new FlywayMigration(dataSource);
    Seed seed = new Seed(transactions, settings);
    this.schema =
        new Schema(
            () -> {
              migration.run();
              seed.fillIfEmpty();
            },
            clock);
  }

  @Override
  public DirectoryReading reading() {
    Optional<String> missing = schema.missing();
    if (missing.isPresent()) {
      return new Missing("directory: " + missing.get());
    }
    Look look = last;
    if (isFresh(look)) {
      return look.reading();
    }
    if (look.change() != changes.get()) {
      looking.lock();
    } else if (!looking.tryLock()) {
      return look.reading();
    }
    try {
      if (!isFresh(last)) {
        last = look();
      }
      return last.reading();
    } finally {
      looking.unlock();
    }
  }

  private boolean isFresh(Look look) {
    return look.change() == changes.get()
        && clock.instant().isBefore(look.at().plus(BETWEEN_LOOKS));
  }

  private Look look() {
    long change = changes.get();
    DirectoryReading before = last.reading();
    DirectoryReading now = read(before);
    if (now instanceof Current current && before instanceof Missing) {
      DirectoryLog.LOG.answers(current.snapshot().version());
    }
    if (now instanceof Missing missing && before instanceof Current) {
      DirectoryLog.LOG.doesNotAnswer(missing.cause());
    }
    return new Look(now, clock.instant(), change);
  }

  /** The connection is tried first: the container logs each transaction that fails, at length. */
  private DirectoryReading read(DirectoryReading before) {
    if (connected() instanceof Admission.Unavailable<Ready> unavailable) {
      return new Missing(unavailable.cause());
    }
    try {
      return before instanceof Current current
              && transactions.inTransaction(SnapshotReading::version)
                  == current.snapshot().version()
          ? current
          : new Current(transactions.inTransaction(SnapshotReading::snapshot));
    } catch (RuntimeException e) {
      return new Missing("directory: " + Causes.of(e));
    }
  }

  @Override
  public Admission<Ready> ready() {
    Optional<String> missing = schema.missing();
    if (missing.isPresent()) {
      return Admission.unavailable("directory: " + missing.get());
    }
    return connected();
  }

  private Admission<Ready> connected() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(VALIDITY_IN_SECONDS)
          ? Admission.admitted(new Ready(location(connection)), "directory-answers")
          : Admission.unavailable("directory: the connection is not valid");
    } catch (SQLException e) {
      return Admission.unavailable("directory: " + Causes.of(e));
    }
  }

  /** The URL without its parameters, where secrets may stand. */
  private static String location(Connection connection) throws SQLException {
    return connection.getMetaData().getURL().split("[;?]", 2)[0];
  }

  @Override
  public boolean spend(String keyHash) {
    return transactions.inTransaction(
        entities ->
            entities
                    .createQuery(
                        "update SessionKey k set k.uses = k.uses + 1"
                            + " where k.keyHash = :hash and k.uses < k.maximumUses")
                    .setParameter("hash", keyHash)
                    .executeUpdate()
                == 1);
  }

  @Override
  public void changed() {
    changes.incrementAndGet();
  }
}
