package org.gatehouse.directory.snapshot;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import org.gatehouse.admission.DigestKeys;

/**
 * A user of the directory.
 *
 * @param aor the address of record, {@code user@domain}
 * @param username the part before the at sign
 * @param enabled whether the user may do anything
 * @param maximumAllocations how many TURN allocations the user may hold on one node
 * @param digests the keys by realm and by spelling of the user name; never handed out, only copied
 */
public record KnownUser(
    String aor,
    String username,
    boolean enabled,
    int maximumAllocations,
    Map<DigestName, DigestKeys> digests) {

  public KnownUser {
    requireNonNull(aor, "aor");
    requireNonNull(username, "username");
    digests = Map.copyOf(digests);
  }

  /**
   * What a digest was made over, besides the password.
   *
   * @param realm the realm
   * @param username the user name as the client sends it
   */
  public record DigestName(String realm, String username) {
    public DigestName {
      requireNonNull(realm, "realm");
      requireNonNull(username, "username");
    }
  }

  /** A copy of the keys for this realm and this spelling of the user name, the caller's to wipe. */
  public Optional<DigestKeys> digestKeys(String realm, String spelling) {
    return Optional.ofNullable(digests.get(new DigestName(realm, spelling)))
        .map(keys -> new DigestKeys(keys.md5(), keys.sha256()));
  }
}
