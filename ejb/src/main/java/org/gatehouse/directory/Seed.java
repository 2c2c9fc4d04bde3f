package org.gatehouse.directory;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.directory.administration.Outcome;
import org.gatehouse.directory.administration.PublicationEntry;

/**
 * Fills an empty directory, once: our first domain, three published resources, and rules that keep
 * the relay from peers that no call needs.
 */
final class Seed {
  private static final List<String> READ = List.of("GET", "HEAD");
  private static final List<String> ASK = List.of("GET", "HEAD", "POST");

  /** Unspecified, link-local, multicast and broadcast addresses. */
  private static final List<String> NO_PEERS =
      List.of(
          "0.0.0.0/8",
          "169.254.0.0/16",
          "224.0.0.0/4",
          "255.255.255.255/32",
          "::/128",
          "fe80::/10",
          "ff00::/8");

  private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1/128");

  private final Transactions transactions;
  private final DirectorySettings settings;

  Seed(Transactions transactions, DirectorySettings settings) {
    this.transactions = transactions;
    this.settings = settings;
  }

  /**
   * Does nothing where the directory was filled before. Where two nodes start at once, one of them
   * fails on the version row and finds a filled directory when it tries again.
   *
   * @throws IllegalArgumentException when a value of the environment is wrong
   */
  void fillIfEmpty() {
    boolean filled =
        transactions.inTransaction(
            entities -> {
              if (entities.find(DirectoryVersion.class, DirectoryVersion.ONLY) != null) {
                return false;
              }
              entities.persist(DirectoryVersion.first());
              entities.flush();
              fill(entities);
              return true;
            });
    if (filled) {
      DirectoryLog.LOG.seeded(settings.domain(), settings.httpTarget());
    }
  }

  private void fill(EntityManager entities) {
    entities.persist(
        new Domain(
            Names.host(settings.domain())
                .orElseThrow(() -> wrong("GATEHOUSE_DOMAIN", settings.domain(), Names.HOST_RULE))));
    publish(entities, new Named("address-book", "/addressbook/"), READ);
    publish(entities, new Named("meeting-content", "/meetings/"), READ);
    publish(entities, new Named("group-expansion", "/groups/"), ASK);
    List<PeerRule> rules = new ArrayList<>();
    NO_PEERS.forEach(network -> rules.add(new PeerRule(rules.size(), network, false)));
    boolean loopback = loopbackAllowed();
    LOOPBACK.forEach(network -> rules.add(new PeerRule(rules.size(), network, loopback)));
    rules.forEach(entities::persist);
  }

  private record Named(String name, String pathPrefix) {}

  private void publish(EntityManager entities, Named named, List<String> methods) {
    Outcome<PublicationEntry> outcome =
        PublicationChanges.put(
            entities,
            new PublicationEntry(
                named.name(), named.pathPrefix(), settings.httpTarget(), methods, true));
    if (outcome instanceof Outcome.NotDone<PublicationEntry> refused) {
      throw wrong("GATEHOUSE_HTTP_TARGET", settings.httpTarget(), refused.problem().remedy());
    }
  }

  private boolean loopbackAllowed() {
    return switch (settings.relayAllowLoopback()) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw wrong(
              "GATEHOUSE_RELAY_ALLOW_LOOPBACK", settings.relayAllowLoopback(), "use true or false");
    };
  }

  private static IllegalArgumentException wrong(String variable, String value, String allowed) {
    return new IllegalArgumentException(variable + "=" + value + " is wrong; " + allowed);
  }
}
