package org.gatehouse.directory.snapshot;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A session key that was issued.
 *
 * @param conference the conference that it leads to
 * @param meetingServer the server that hosts the conference
 * @param user the address of record of the user it was issued for
 * @param expires when it ends
 * @param limited whether it is good for a limited number of connections, which the database counts
 */
public record KnownKey(
    String conference, String meetingServer, String user, Instant expires, boolean limited) {
  public KnownKey {
    requireNonNull(conference, "conference");
    requireNonNull(meetingServer, "meetingServer");
    requireNonNull(user, "user");
    requireNonNull(expires, "expires");
  }
}
