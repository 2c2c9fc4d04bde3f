package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

/**
 * An inside server that dialled out to the Web Conferencing Edge.
 *
 * @param stranger the inside address it came from
 * @param name the name that its certificate proved
 */
public record MeetingServerQuestion(Stranger stranger, String name) {
  public MeetingServerQuestion {
    requireNonNull(stranger, "stranger");
    requireNonNull(name, "name");
  }
}
