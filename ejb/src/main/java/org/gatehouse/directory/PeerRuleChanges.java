package org.gatehouse.directory;

import static org.gatehouse.directory.administration.Outcome.done;
import static org.gatehouse.directory.administration.Outcome.notDone;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.directory.administration.Outcome;
import org.gatehouse.directory.administration.PeerRuleEntry;
import org.gatehouse.directory.administration.Problem;
import org.gatehouse.directory.snapshot.Network;

/** What operators may do to the rules for relay peers. */
final class PeerRuleChanges {
  private static final int MOST_RULES = 1000;

  private PeerRuleChanges() {}

  static Outcome<List<PeerRuleEntry>> all(EntityManager entities) {
    return done(
        entities
            .createQuery("select p from PeerRule p order by p.place", PeerRule.class)
            .getResultStream()
            .map(p -> new PeerRuleEntry(p.network(), p.allowed()))
            .toList());
  }

  static Outcome<List<PeerRuleEntry>> replace(EntityManager entities, List<PeerRuleEntry> wanted) {
    if (wanted.size() > MOST_RULES) {
      return notDone(
          Problem.invalid(wanted.size() + " peer rules are too many", "use up to " + MOST_RULES));
    }
    List<PeerRuleEntry> rules = new ArrayList<>();
    for (PeerRuleEntry entry : wanted) {
      Optional<Network> network = Network.parse(entry.network());
      if (network.isEmpty()) {
        return notDone(
            Problem.invalid(
                "peer rule " + rules.size() + " names " + entry.network() + ", which is no network",
                "use address/length, for example 192.0.2.0/24 or 2001:db8::/32"));
      }
      rules.add(new PeerRuleEntry(network.get().toString(), entry.allowed()));
    }
    entities.createQuery("delete from PeerRule").executeUpdate();
    for (int place = 0; place < rules.size(); place++) {
      PeerRuleEntry rule = rules.get(place);
      entities.persist(new PeerRule(place, rule.network(), rule.allowed()));
    }
    return done(List.copyOf(rules));
  }
}
