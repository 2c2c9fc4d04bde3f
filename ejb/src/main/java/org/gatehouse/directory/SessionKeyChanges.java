package org.gatehouse.directory;

import static org.gatehouse.directory.administration.Outcome.done;
import static org.gatehouse.directory.administration.Outcome.notDone;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.gatehouse.directory.administration.IssuedKey;
import org.gatehouse.directory.administration.KeyOrder;
import org.gatehouse.directory.administration.Outcome;
import org.gatehouse.directory.administration.Problem;

/** Issues session keys of conferences. */
final class SessionKeyChanges {
  static final int KEY_LENGTH_IN_BYTES = 32;
  private static final int MOST_USES = 1_000_000;

  private final SecureRandom random;

  SessionKeyChanges(SecureRandom random) {
    this.random = random;
  }

  Outcome<IssuedKey> issue(EntityManager entities, KeyOrder order, Instant now) {
    if (order.lifetimeSeconds() < 1
        || order.lifetimeSeconds() > KeyOrder.LONGEST_LIFETIME_SECONDS) {
      return notDone(
          Problem.invalid(
              "a key for conference "
                  + order.conference()
                  + " cannot live for "
                  + order.lifetimeSeconds()
                  + " seconds",
              "use 1 to " + KeyOrder.LONGEST_LIFETIME_SECONDS));
    }
    if (order.maximumUses() < 0 || order.maximumUses() > MOST_USES) {
      return notDone(
          Problem.invalid(
              "a key for conference "
                  + order.conference()
                  + " cannot be used "
                  + order.maximumUses()
                  + " times",
              "use 1 to " + MOST_USES + ", or 0 for any number"));
    }
    if (entities.find(Conference.class, order.conference()) == null) {
      return notDone(ConferenceChanges.unknown(order.conference()));
    }
    String aor = UserChanges.canonical(order.user());
    if (entities.find(User.class, aor) == null) {
      return notDone(UserChanges.unknown(order.user()));
    }
    entities
        .createQuery("delete from SessionKey k where k.expires < :now")
        .setParameter("now", now)
        .executeUpdate();
    return done(persisted(entities, order, aor, now));
  }

  private IssuedKey persisted(EntityManager entities, KeyOrder order, String aor, Instant now) {
    byte[] octets = new byte[KEY_LENGTH_IN_BYTES];
    random.nextBytes(octets);
    String sessionKey = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    Instant expires = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(order.lifetimeSeconds());
    SessionKey key =
        new SessionKey(SessionKeyHash.of(sessionKey), order.conference(), aor, expires);
    if (order.maximumUses() > 0) {
      key.limitUses(order.maximumUses());
    }
    entities.persist(key);
    return new IssuedKey(sessionKey, order.conference(), aor, expires);
  }
}
