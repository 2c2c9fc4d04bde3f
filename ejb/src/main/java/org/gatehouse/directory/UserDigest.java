package org.gatehouse.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The digests of one password for one realm and one spelling of the user name. */
@Embeddable
class UserDigest {
  private String realm = "";
  private String username = "";
  private byte[] md5 = {};

  @Column(name = "sha256")
  private byte[] sha256 = {};

  protected UserDigest() {}

  UserDigest(String realm, String username, byte[] md5, byte[] sha256) {
    this.realm = realm;
    this.username = username;
    this.md5 = md5;
    this.sha256 = sha256;
  }

  String realm() {
    return realm;
  }

  String username() {
    return username;
  }

  byte[] md5() {
    return md5.clone();
  }

  byte[] sha256() {
    return sha256.clone();
  }
}
