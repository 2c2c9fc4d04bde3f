package org.gatehouse.directory.administration;

import static java.util.Objects.requireNonNull;

/**
 * A conference.
 *
 * @param id its identifier
 * @param meetingServer the name of the meeting server that hosts it
 */
public record ConferenceEntry(String id, String meetingServer) {
  public ConferenceEntry {
    requireNonNull(id, "id");
    requireNonNull(meetingServer, "meetingServer");
  }
}
