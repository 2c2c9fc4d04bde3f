package org.gatehouse.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A SIP domain of ours: a host name or an IP address, lower case, no port, no brackets. */
@Entity
@Table(name = "domain")
class Domain {
  @Id private String name = "";

  protected Domain() {}

  Domain(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }
}
