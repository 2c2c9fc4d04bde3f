package org.gatehouse.directory;

import static org.gatehouse.directory.administration.Outcome.done;
import static org.gatehouse.directory.administration.Outcome.notDone;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.gatehouse.directory.administration.DomainEntry;
import org.gatehouse.directory.administration.Outcome;
import org.gatehouse.directory.administration.Problem;

/** What operators may do to domains. */
final class DomainChanges {
  private DomainChanges() {}

  static Outcome<List<DomainEntry>> all(EntityManager entities) {
    return done(
        entities
            .createQuery("select d.name from Domain d order by d.name", String.class)
            .getResultStream()
            .map(DomainEntry::new)
            .toList());
  }

  static Outcome<DomainEntry> add(EntityManager entities, String name) {
    String domain = Names.host(name).orElse(null);
    if (domain == null) {
      return notDone(Problem.invalid(name + " is no domain", Names.HOST_RULE));
    }
    if (entities.find(Domain.class, domain) != null) {
      return notDone(
          Problem.conflict("domain " + domain + " is there already", "nothing is left to do"));
    }
    entities.persist(new Domain(domain));
    return done(new DomainEntry(domain));
  }

  static Outcome<String> remove(EntityManager entities, String name) {
    Domain domain = entities.find(Domain.class, Names.host(name).orElse(name));
    if (domain == null) {
      return notDone(
          Problem.unknown(
              "domain " + name + " is not in the directory", "GET domains lists those that are"));
    }
    long users =
        entities
            .createQuery("select count(u) from User u where u.domain = :domain", Long.class)
            .setParameter("domain", domain.name())
            .getSingleResult();
    if (users > 0) {
      return notDone(
          Problem.conflict(
              "domain " + domain.name() + " still has users: " + users, "remove them first"));
    }
    entities.remove(domain);
    return done(domain.name());
  }
}
