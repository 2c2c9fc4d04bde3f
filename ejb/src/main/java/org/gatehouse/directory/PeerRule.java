package org.gatehouse.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Whether peers of a network may be reached through the relay. */
@Entity
@Table(name = "peer_rule")
class PeerRule {
  /** The place in the operators' list, from 0. */
  @Id private int place;

  private String network = "";
  private boolean allowed;

  protected PeerRule() {}

  PeerRule(int place, String network, boolean allowed) {
    this.place = place;
    this.network = network;
    this.allowed = allowed;
  }

  int place() {
    return place;
  }

  String network() {
    return network;
  }

  boolean allowed() {
    return allowed;
  }
}
