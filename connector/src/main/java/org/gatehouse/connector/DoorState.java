package org.gatehouse.connector;

import static java.util.Objects.requireNonNull;

/** What a door is: {@code toString} is what operators read. */
public sealed interface DoorState {

  /** Nothing listens, as configured. */
  record Off() implements DoorState {
    @Override
    public String toString() {
      return "off";
    }
  }

  /**
   * Nothing listens, against the configuration.
   *
   * @param why what is in the way, and what to do
   */
  record Closed(String why) implements DoorState {
    public Closed {
      requireNonNull(why, "why");
    }

    @Override
    public String toString() {
      return "closed: " + why;
    }
  }

  /**
   * Somebody listens.
   *
   * @param address host and port
   */
  record Open(String address) implements DoorState {
    public Open {
      requireNonNull(address, "address");
    }

    @Override
    public String toString() {
      return "open " + address;
    }
  }
}
