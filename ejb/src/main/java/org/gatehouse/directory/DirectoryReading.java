package org.gatehouse.directory;

import static java.util.Objects.requireNonNull;

import org.gatehouse.directory.snapshot.DirectorySnapshot;

/** What the directory can say now. */
public sealed interface DirectoryReading {

  /** The directory, at most a second old. */
  record Current(DirectorySnapshot snapshot) implements DirectoryReading {
    public Current {
      requireNonNull(snapshot, "snapshot");
    }
  }

  /** Nothing, and why, for the operator: begins with {@code directory:}. */
  record Missing(String cause) implements DirectoryReading {
    public Missing {
      requireNonNull(cause, "cause");
    }
  }
}
