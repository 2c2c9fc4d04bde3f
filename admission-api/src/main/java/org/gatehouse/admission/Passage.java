package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

/**
 * The right of a dialog, or of a request outside one, to cross the Access Edge.
 *
 * @param source what kind of source this is
 */
public record Passage(SourceKind source) {
  public Passage {
    requireNonNull(source, "source");
  }

  /** The kinds of source that the Access Edge tells apart. */
  public enum SourceKind {
    /** A user of one of our domains, outside. */
    REMOTE_USER,
    /** A user or server inside. */
    INTERNAL
  }
}
