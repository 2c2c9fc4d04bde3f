package org.gatehouse.directory.administration;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A session key, shown this once: the directory keeps only its SHA-256.
 *
 * @param sessionKey 32 random bytes, base64url without padding; a secret, hidden in {@code
 *     toString}
 * @param conference the conference that it leads to
 * @param user the address of record of the user
 * @param expires when it ends
 */
public record IssuedKey(String sessionKey, String conference, String user, Instant expires) {
  public IssuedKey {
    requireNonNull(sessionKey, "sessionKey");
    requireNonNull(conference, "conference");
    requireNonNull(user, "user");
    requireNonNull(expires, "expires");
  }

  @Override
  public String toString() {
    return "IssuedKey[sessionKey=hidden, conference="
        + conference
        + ", user="
        + user
        + ", expires="
        + expires
        + "]";
  }
}
