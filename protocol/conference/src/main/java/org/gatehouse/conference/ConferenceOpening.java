package org.gatehouse.conference;

import static java.util.Objects.requireNonNull;

/** What the octets of a connection have said so far. */
public sealed interface ConferenceOpening {

  /** The opening has not ended yet. */
  record NeedMore() implements ConferenceOpening {}

  /**
   * A participant wants to enter.
   *
   * @param sessionKey the key as received, 16 to 128 characters; a secret, so {@code toString}
   *     hides it
   */
  record Participant(String sessionKey) implements ConferenceOpening {
    public Participant {
      requireNonNull(sessionKey, "sessionKey");
    }

    @Override
    public String toString() {
      return "Participant[sessionKey=hidden]";
    }
  }

  /**
   * A meeting server holds this connection ready.
   *
   * @param name the name that it gives itself, 1 to 253 characters
   */
  record MeetingServer(String name) implements ConferenceOpening {
    public MeetingServer {
      requireNonNull(name, "name");
    }
  }
}
