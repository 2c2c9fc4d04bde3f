package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

/**
 * Whose digests are wanted.
 *
 * @param stranger who presents the user name
 * @param username the user name as the client sent it
 * @param realm the realm that we challenged with
 */
public record CredentialsQuestion(Stranger stranger, String username, String realm) {
  public CredentialsQuestion {
    requireNonNull(stranger, "stranger");
    requireNonNull(username, "username");
    requireNonNull(realm, "realm");
  }
}
