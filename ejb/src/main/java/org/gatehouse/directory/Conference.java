package org.gatehouse.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A conference and the meeting server that hosts it. */
@Entity
@Table(name = "conference")
class Conference {
  @Id private String id = "";

  @Column(name = "meeting_server")
  private String meetingServer = "";

  protected Conference() {}

  Conference(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  String meetingServer() {
    return meetingServer;
  }

  void hostOn(String server) {
    meetingServer = server;
  }
}
