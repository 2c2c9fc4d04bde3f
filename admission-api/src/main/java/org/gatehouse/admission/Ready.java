package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

/**
 * The authority can answer.
 *
 * @param directory where its directory is, for people
 */
public record Ready(String directory) {
  public Ready {
    requireNonNull(directory, "directory");
  }
}
