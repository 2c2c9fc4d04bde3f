package org.gatehouse.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The right to enter a conference; of the key itself only SHA-256 is kept. */
@Entity
@Table(name = "session_key")
class SessionKey {
  @Id
  @Column(name = "key_hash")
  private String keyHash = "";

  private String conference = "";

  @Column(name = "user_aor")
  private String user = "";

  private Instant expires = Instant.EPOCH;

  /** None: any number of uses until it expires. */
  @Column(name = "maximum_uses")
  private @Nullable Integer maximumUses;

  private int uses;

  protected SessionKey() {}

  SessionKey(String keyHash, String conference, String user, Instant expires) {
    this.keyHash = keyHash;
    this.conference = conference;
    this.user = user;
    this.expires = expires;
  }

  String keyHash() {
    return keyHash;
  }

  String conference() {
    return conference;
  }

  String user() {
    return user;
  }

  Instant expires() {
    return expires;
  }

  boolean limited() {
    return maximumUses != null;
  }

  void limitUses(int most) {
    maximumUses = most;
  }

  int uses() {
    return uses;
  }
}
