package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

/**
 * An inside meeting server that may carry conferences.
 *
 * @param name its name in the directory
 */
public record MeetingServer(String name) {
  public MeetingServer {
    requireNonNull(name, "name");
  }
}
