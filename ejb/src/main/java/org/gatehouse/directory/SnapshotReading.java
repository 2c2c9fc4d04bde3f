package org.gatehouse.directory;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.admission.DigestKeys;
import org.gatehouse.admission.Publication;
import org.gatehouse.directory.snapshot.DirectorySnapshot;
import org.gatehouse.directory.snapshot.KnownKey;
import org.gatehouse.directory.snapshot.KnownUser;
import org.gatehouse.directory.snapshot.KnownUser.DigestName;
import org.gatehouse.directory.snapshot.Network;
import org.gatehouse.directory.snapshot.PeerNetwork;
import org.gatehouse.directory.snapshot.PublishedPath;
import org.gatehouse.directory.snapshot.Users;

/** Reads the entities into a snapshot. */
final class SnapshotReading {
  private SnapshotReading() {}

  /** The number of the last change. */
  static long version(EntityManager entities) {
    return entities
        .createQuery("select v.version from DirectoryVersion v where v.name = :only", Long.class)
        .setParameter("only", DirectoryVersion.ONLY)
        .getSingleResult();
  }

  /**
   * Everything. The version is read first: a change that slips in between is seen now or, because
   * the version differs, at the next look.
   */
  static DirectorySnapshot snapshot(EntityManager entities) {
    return new DirectorySnapshot(
        version(entities),
        new HashSet<>(all(entities, "select d.name from Domain d", String.class)),
        users(entities),
        publications(entities),
        new HashSet<>(
            all(entities, "select s.name from MeetingServer s where s.enabled", String.class)),
        peerNetworks(entities),
        sessionKeys(entities));
  }

  private static <T> List<T> all(EntityManager entities, String query, Class<T> type) {
    return entities.createQuery(query, type).getResultList();
  }

  private static Users users(EntityManager entities) {
    return new Users(
        all(entities, "select distinct u from User u left join fetch u.digests", User.class)
            .stream()
            .map(SnapshotReading::known)
            .toList());
  }

  private static KnownUser known(User user) {
    Map<DigestName, DigestKeys> digests =
        user.digests().stream()
            .filter(d -> readable(user, d))
            .collect(
                toMap(
                    d -> new DigestName(d.realm(), d.username()),
                    d -> new DigestKeys(d.md5(), d.sha256())));
    return new KnownUser(
        user.aor(), user.username(), user.enabled(), user.maximumAllocations(), digests);
  }

  private static boolean readable(User user, UserDigest digest) {
    if (digest.md5().length == 16 && digest.sha256().length == 32) {
      return true;
    }
    DirectoryLog.LOG.unreadableRow("digest of", user.aor());
    return false;
  }

  private static List<PublishedPath> publications(EntityManager entities) {
    return all(entities, "select r from PublishedResource r", PublishedResource.class).stream()
        .map(SnapshotReading::published)
        .toList();
  }

  /** A target that SQL made unreadable hides its path like a disabled one. */
  private static PublishedPath published(PublishedResource resource) {
    Set<String> methods = resource.methods().stream().map(String::strip).collect(toSet());
    try {
      return new PublishedPath(
          new Publication(
              resource.name(), resource.pathPrefix(), URI.create(resource.target()), methods),
          resource.enabled());
    } catch (IllegalArgumentException e) {
      DirectoryLog.LOG.unreadableRow("published resource", resource.name());
      return new PublishedPath(
          new Publication(resource.name(), resource.pathPrefix(), URI.create("/"), methods), false);
    }
  }

  /** A network that SQL made unreadable denies every peer, rather than none. */
  private static List<PeerNetwork> peerNetworks(EntityManager entities) {
    return all(entities, "select p from PeerRule p order by p.place", PeerRule.class).stream()
        .flatMap(
            rule ->
                Network.parse(rule.network())
                    .map(network -> Stream.of(new PeerNetwork(network, rule.allowed())))
                    .orElseGet(
                        () -> {
                          DirectoryLog.LOG.unreadableRow("peer rule", rule.network());
                          return Stream.of(everything("0.0.0.0/0"), everything("::/0"));
                        }))
        .toList();
  }

  private static PeerNetwork everything(String network) {
    return new PeerNetwork(Network.parse(network).orElseThrow(), false);
  }

  private static Map<String, KnownKey> sessionKeys(EntityManager entities) {
    Map<String, String> servers =
        all(entities, "select c from Conference c", Conference.class).stream()
            .collect(toMap(Conference::id, Conference::meetingServer));
    return all(entities, "select k from SessionKey k", SessionKey.class).stream()
        .filter(key -> servers.containsKey(key.conference()))
        .collect(
            toMap(
                SessionKey::keyHash,
                key ->
                    new KnownKey(
                        key.conference(),
                        servers.getOrDefault(key.conference(), ""),
                        key.user(),
                        key.expires(),
                        key.limited())));
  }
}
