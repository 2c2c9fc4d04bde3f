package org.gatehouse.directory.administration;

import static java.util.Objects.requireNonNull;

/**
 * An inside server that may host conferences.
 *
 * @param name the name that its certificate proves, lower case
 * @param enabled whether it may register and be reached
 */
public record MeetingServerEntry(String name, boolean enabled) {
  public MeetingServerEntry {
    requireNonNull(name, "name");
  }
}
