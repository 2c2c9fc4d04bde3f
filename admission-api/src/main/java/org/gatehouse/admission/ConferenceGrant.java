package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

/**
 * The right of one connection to enter one conference.
 *
 * @param conference the conference's identifier in the directory
 * @param user for whom the key was issued
 * @param meetingServer the inside server that hosts the conference, by the name under which it
 *     registered
 */
public record ConferenceGrant(String conference, String user, String meetingServer) {
  public ConferenceGrant {
    requireNonNull(conference, "conference");
    requireNonNull(user, "user");
    requireNonNull(meetingServer, "meetingServer");
  }
}
