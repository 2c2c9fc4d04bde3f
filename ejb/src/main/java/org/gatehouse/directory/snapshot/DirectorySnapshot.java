package org.gatehouse.directory.snapshot;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The whole directory at one version.
 *
 * @param version the number of the change that it includes
 * @param domains our domains, lower case, IPv6 addresses without brackets
 * @param users the users, enabled or not
 * @param publications published paths, in any order; kept with the longest prefix first
 * @param meetingServers the names of the enabled meeting servers, lower case
 * @param peerNetworks rules for relay peers, in the operators' order; kept with the longest prefix
 *     first, equal ones as the operators placed them
 * @param sessionKeys conference session keys by the lower-case hexadecimal SHA-256 of the key
 */
public record DirectorySnapshot(
    long version,
    Set<String> domains,
    Users users,
    List<PublishedPath> publications,
    Set<String> meetingServers,
    List<PeerNetwork> peerNetworks,
    Map<String, KnownKey> sessionKeys) {

  public DirectorySnapshot {
    domains = Set.copyOf(domains);
    requireNonNull(users, "users");
    publications =
        publications.stream()
            .sorted(
                Comparator.comparingInt((PublishedPath p) -> p.publication().pathPrefix().length())
                    .reversed())
            .toList();
    meetingServers = Set.copyOf(meetingServers);
    peerNetworks =
        peerNetworks.stream()
            .sorted(
                Comparator.comparingInt((PeerNetwork n) -> n.network().prefixLengthInBits())
                    .reversed())
            .toList();
    sessionKeys = Map.copyOf(sessionKeys);
  }

  /** Counts only: the directory holds secrets and can be large. */
  @Override
  public String toString() {
    return "DirectorySnapshot[version=" + version + ", users=" + users.count() + "]";
  }
}
