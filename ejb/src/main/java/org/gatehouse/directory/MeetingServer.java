package org.gatehouse.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An inside server that may host conferences, by the name that its certificate proves. */
@Entity
@Table(name = "meeting_server")
class MeetingServer {
  @Id private String name = "";
  private boolean enabled;

  protected MeetingServer() {}

  MeetingServer(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  boolean enabled() {
    return enabled;
  }

  void enable(boolean on) {
    enabled = on;
  }
}
