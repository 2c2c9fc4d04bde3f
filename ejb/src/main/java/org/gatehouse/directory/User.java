package org.gatehouse.directory;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A person of the enterprise, known by an address of record. */
@Entity
@Table(name = "directory_user")
class User {
  @Id private String aor = "";
  private String username = "";
  private String domain = "";
  private boolean enabled;

  @Column(name = "maximum_allocations")
  private int maximumAllocations;

  @ElementCollection
  @CollectionTable(name = "user_digest", joinColumns = @JoinColumn(name = "aor"))
  private List<UserDigest> digests = new ArrayList<>();

  protected User() {}

  User(AddressOfRecord aor, int maximumAllocations) {
    this.aor = aor.toString();
    this.username = aor.username();
    this.domain = aor.domain();
    this.enabled = true;
    this.maximumAllocations = maximumAllocations;
  }

  String aor() {
    return aor;
  }

  String username() {
    return username;
  }

  String domain() {
    return domain;
  }

  boolean enabled() {
    return enabled;
  }

  void enable(boolean on) {
    enabled = on;
  }

  int maximumAllocations() {
    return maximumAllocations;
  }

  List<UserDigest> digests() {
    return digests;
  }

  /** The password changed: what it left in this realm is replaced, and other realms forgotten. */
  void replaceDigests(List<UserDigest> replacement) {
    digests.clear();
    digests.addAll(replacement);
  }
}
