package org.gatehouse.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Counts the changes of all other tables; its row is also the lock that puts them in order. */
@Entity
@Table(name = "directory_version")
class DirectoryVersion {
  static final String ONLY = "directory";

  @Id private String name = ONLY;
  private long version;

  protected DirectoryVersion() {}

  static DirectoryVersion first() {
    DirectoryVersion first = new DirectoryVersion();
    first.version = 1;
    return first;
  }

  String name() {
    return name;
  }

  long version() {
    return version;
  }
}
