package org.gatehouse.directory;

import static org.gatehouse.directory.administration.Outcome.done;
import static org.gatehouse.directory.administration.Outcome.notDone;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.gatehouse.directory.administration.Outcome;
import org.gatehouse.directory.administration.Problem;
import org.gatehouse.directory.administration.UserEntry;

/** What operators may do to users. */
final class UserChanges {
  private static final int MOST_ALLOCATIONS = 10_000;
  private static final int LONGEST_PASSWORD = 256;
  private static final String SEE_USERS = "GET users lists those that are";

  private UserChanges() {}

  static Outcome<List<UserEntry>> all(EntityManager entities) {
    return done(
        entities
            .createQuery("select u from User u order by u.aor", User.class)
            .getResultStream()
            .map(UserChanges::entry)
            .toList());
  }

  static Outcome<UserEntry> add(
      EntityManager entities, UserEntry wanted, String realm, char[] password) {
    AddressOfRecord aor = AddressOfRecord.parse(wanted.aor()).orElse(null);
    if (aor == null) {
      return notDone(invalidAor(wanted.aor()));
    }
    if (!isPassword(password)) {
      return notDone(invalidPassword(aor.toString()));
    }
    if (wanted.maximumAllocations() < 0 || wanted.maximumAllocations() > MOST_ALLOCATIONS) {
      return notDone(
          Problem.invalid(
              "user " + aor + " cannot have " + wanted.maximumAllocations() + " allocations",
              "use 0 to " + MOST_ALLOCATIONS));
    }
    if (entities.find(Domain.class, aor.domain()) == null) {
      return notDone(
          Problem.invalid(
              "user " + aor + " was not added: " + aor.domain() + " is not a domain of ours",
              "add the domain first"));
    }
    if (entities.find(User.class, aor.toString()) != null) {
      return notDone(
          Problem.conflict("user " + aor + " is there already", "change or remove that user"));
    }
    User user = new User(aor, wanted.maximumAllocations());
    user.enable(wanted.enabled());
    user.replaceDigests(DigestCalculation.of(aor, realm, password));
    entities.persist(user);
    return done(entry(user));
  }

  static Outcome<UserEntry> changePassword(
      EntityManager entities, String name, String realm, char[] password) {
    AddressOfRecord aor = AddressOfRecord.parse(name).orElse(null);
    User user = aor == null ? null : entities.find(User.class, aor.toString());
    if (aor == null || user == null) {
      return notDone(unknown(name));
    }
    if (!isPassword(password)) {
      return notDone(invalidPassword(name));
    }
    user.replaceDigests(DigestCalculation.of(aor, realm, password));
    return done(entry(user));
  }

  static Outcome<UserEntry> enable(EntityManager entities, String name, boolean enabled) {
    User user = entities.find(User.class, canonical(name));
    if (user == null) {
      return notDone(unknown(name));
    }
    user.enable(enabled);
    return done(entry(user));
  }

  static Outcome<String> remove(EntityManager entities, String name) {
    User user = entities.find(User.class, canonical(name));
    if (user == null) {
      return notDone(unknown(name));
    }
    entities
        .createQuery("delete from SessionKey k where k.user = :aor")
        .setParameter("aor", user.aor())
        .executeUpdate();
    entities.remove(user);
    return done(user.aor());
  }

  /** The spelling under which a user is kept; what is no address of record names nobody. */
  static String canonical(String name) {
    return AddressOfRecord.parse(name).map(AddressOfRecord::toString).orElse(name);
  }

  static Problem unknown(String name) {
    return Problem.unknown("user " + name + " is not in the directory", SEE_USERS);
  }

  private static UserEntry entry(User user) {
    return new UserEntry(user.aor(), user.enabled(), user.maximumAllocations());
  }

  private static boolean isPassword(char[] password) {
    if (password.length == 0 || password.length > LONGEST_PASSWORD) {
      return false;
    }
    for (char c : password) {
      if (Character.isISOControl(c)) {
        return false;
      }
    }
    return true;
  }

  private static Problem invalidAor(String aor) {
    return Problem.invalid(aor + " is no address of record", AddressOfRecord.RULE);
  }

  private static Problem invalidPassword(String aor) {
    return Problem.invalid(
        "the password for user " + aor + " is not allowed",
        "use 1 to " + LONGEST_PASSWORD + " characters, none of them a control character");
  }
}
