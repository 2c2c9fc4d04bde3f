package org.gatehouse.authorization;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.DigestKeys;
import org.gatehouse.admission.Publication;
import org.gatehouse.admission.Ready;
import org.gatehouse.admission.Side;
import org.gatehouse.admission.Stranger;
import org.gatehouse.directory.Directory;
import org.gatehouse.directory.DirectoryReading;
import org.gatehouse.directory.SessionKeyHash;
import org.gatehouse.directory.snapshot.DirectorySnapshot;
import org.gatehouse.directory.snapshot.KnownKey;
import org.gatehouse.directory.snapshot.KnownUser;
import org.gatehouse.directory.snapshot.KnownUser.DigestName;
import org.gatehouse.directory.snapshot.Network;
import org.gatehouse.directory.snapshot.PeerNetwork;
import org.gatehouse.directory.snapshot.PublishedPath;
import org.gatehouse.directory.snapshot.Users;

/** A small directory to decide by. */
final class Snapshots {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final Stranger OUTSIDE = stranger(Side.EXTERNAL);
  static final Stranger INSIDE = stranger(Side.INTERNAL);

  /** Alice is enabled, Bob disabled; two domains have a Carol. */
  static final DirectorySnapshot SNAPSHOT =
      new DirectorySnapshot(
          1,
          Set.of("example.com", "192.0.2.7", "2001:db8:0:0:0:0:0:7"),
          new Users(
              List.of(
                  user("alice", "example.com", true),
                  user("bob", "example.com", false),
                  user("carol", "example.com", true),
                  user("carol", "192.0.2.7", true))),
          List.of(
              published("files", "/files/", true, "GET", "HEAD"),
              published("drop", "/files/drop/", true, "POST"),
              published("old", "/files/old/", false, "GET")),
          Set.of("mcu.example"),
          Stream.of("127.0.0.0/8 no", "10.0.0.0/8 no", "10.9.0.0/16 yes", "ff00::/8 no")
              .map(rule -> rule.split(" ", 2))
              .map(r -> new PeerNetwork(Network.parse(r[0]).orElseThrow(), r[1].equals("yes")))
              .toList(),
          Map.of(
              SessionKeyHash.of("good"), key("alice@example.com", "mcu.example", false),
              SessionKeyHash.of("once"), key("alice@example.com", "mcu.example", true),
              SessionKeyHash.of("bobs"), key("bob@example.com", "mcu.example", false),
              SessionKeyHash.of("away"), key("alice@example.com", "off.example", false)));

  private Snapshots() {}

  private static Stranger stranger(Side side) {
    return new Stranger(side, "UDP", new InetSocketAddress("198.51.100.1", 5060));
  }

  private static KnownUser user(String name, String domain, boolean enabled) {
    return new KnownUser(
        name + "@" + domain,
        name,
        enabled,
        2,
        Map.of(
            new DigestName("gatehouse", name), digest(1),
            new DigestName("gatehouse", name + "@" + domain), digest(2)));
  }

  private static DigestKeys digest(int octet) {
    byte[] md5 = new byte[16];
    byte[] sha256 = new byte[32];
    Arrays.fill(md5, (byte) octet);
    Arrays.fill(sha256, (byte) octet);
    return new DigestKeys(md5, sha256);
  }

  private static PublishedPath published(
      String name, String prefix, boolean enabled, String... methods) {
    return new PublishedPath(
        new Publication(name, prefix, URI.create("http://files.example"), Set.of(methods)),
        enabled);
  }

  private static KnownKey key(String user, String server, boolean limited) {
    return new KnownKey("weekly", server, user, NOON.plusSeconds(60), limited);
  }

  /** A directory that says this, and has this many uses of every limited key. */
  static Directory directory(DirectoryReading reading, int uses) {
    return new Directory() {
      private int left = uses;

      @Override
      public DirectoryReading reading() {
        return reading;
      }

      @Override
      public Admission<Ready> ready() {
        throw new IllegalStateException("broken");
      }

      @Override
      public boolean spend(String keyHash) {
        return left-- > 0;
      }

      @Override
      public void changed() {}
    };
  }
}
