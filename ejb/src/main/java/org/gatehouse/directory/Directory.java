package org.gatehouse.directory;

import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Ready;

/** The directory for those who decide by it. Local business interface of a bean. */
public interface Directory {

  /** The snapshot to decide by. Never throws. */
  DirectoryReading reading();

  /** Asks the data source whether it answers, after the schema is in place. Never throws. */
  Admission<Ready> ready();

  /**
   * Counts one use of a session key that is limited in uses.
   *
   * @param keyHash as {@link SessionKeyHash} makes it
   * @return false when no use was left
   */
  boolean spend(String keyHash);

  /** A change was committed on this node: what is read from now on includes it. */
  void changed();
}
