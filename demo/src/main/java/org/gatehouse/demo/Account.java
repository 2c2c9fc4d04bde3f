package org.gatehouse.demo;

/**
 * A user of the enterprise.
 *
 * @param user the user part of the address of record, also the user name of SIP and TURN
 * @param domain its domain
 * @param password a secret, hidden in {@code toString}
 */
public record Account(String user, String domain, String password) {

  /** The address of record, {@code user@domain}. */
  public String aor() {
    return user + "@" + domain;
  }

  /** The address of record as a SIP URI. */
  public String uri() {
    return "sip:" + aor();
  }

  @Override
  public String toString() {
    return "Account[" + aor() + "]";
  }
}
