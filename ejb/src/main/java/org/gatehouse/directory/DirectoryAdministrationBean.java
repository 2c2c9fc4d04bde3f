package org.gatehouse.directory;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.gatehouse.directory.administration.ConferenceEntry;
import org.gatehouse.directory.administration.DirectoryAdministration;
import org.gatehouse.directory.administration.DomainEntry;
import org.gatehouse.directory.administration.IssuedKey;
import org.gatehouse.directory.administration.KeyOrder;
import org.gatehouse.directory.administration.MeetingServerEntry;
import org.gatehouse.directory.administration.Outcome;
import org.gatehouse.directory.administration.PeerRuleEntry;
import org.gatehouse.directory.administration.Problem;
import org.gatehouse.directory.administration.PublicationEntry;
import org.gatehouse.directory.administration.UserEntry;
import org.jspecify.annotations.Nullable;

/**
 * Changes the directory. Each change first takes the version row, so changes come one after the
 * other on all nodes and what they checked stays true until they commit.
 */
@Stateless
@Local(DirectoryAdministration.class)
@TransactionManagement(TransactionManagementType.BEAN)
public class DirectoryAdministrationBean implements DirectoryAdministration {
  private static final String LOOK_AT_DATABASE = "look at the database and try again";

  @EJB private @Nullable Directory directory;
  @EJB private @Nullable Transactions transactions;

  private final DirectorySettings settings;
  private final Clock clock;
  private final SessionKeyChanges keys = new SessionKeyChanges(new SecureRandom());

  public DirectoryAdministrationBean() {
    this.settings = DirectorySettings.of(System.getenv());
    this.clock = Clock.systemUTC();
  }

  DirectoryAdministrationBean(
      Directory directory, Transactions transactions, DirectorySettings settings, Clock clock) {
    this.directory = directory;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Outcome<List<UserEntry>> users() {
    return read(UserChanges::all);
  }

  @Override
  public Outcome<UserEntry> addUser(UserEntry user, char[] password) {
    try {
      return change(e -> UserChanges.add(e, user, settings.realm(), password));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  @Override
  public Outcome<UserEntry> changePassword(String aor, char[] password) {
    try {
      return change(e -> UserChanges.changePassword(e, aor, settings.realm(), password));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  @Override
  public Outcome<UserEntry> enableUser(String aor, boolean enabled) {
    return change(e -> UserChanges.enable(e, aor, enabled));
  }

  @Override
  public Outcome<String> removeUser(String aor) {
    return change(e -> UserChanges.remove(e, aor));
  }

  @Override
  public Outcome<List<DomainEntry>> domains() {
    return read(DomainChanges::all);
  }

  @Override
  public Outcome<DomainEntry> addDomain(String name) {
    return change(e -> DomainChanges.add(e, name));
  }

  @Override
  public Outcome<String> removeDomain(String name) {
    return change(e -> DomainChanges.remove(e, name));
  }

  @Override
  public Outcome<List<PublicationEntry>> publications() {
    return read(PublicationChanges::all);
  }

  @Override
  public Outcome<PublicationEntry> putPublication(PublicationEntry publication) {
    return change(e -> PublicationChanges.put(e, publication));
  }

  @Override
  public Outcome<String> removePublication(String name) {
    return change(e -> PublicationChanges.remove(e, name));
  }

  @Override
  public Outcome<List<MeetingServerEntry>> meetingServers() {
    return read(ConferenceChanges::servers);
  }

  @Override
  public Outcome<MeetingServerEntry> putMeetingServer(MeetingServerEntry server) {
    return change(e -> ConferenceChanges.putServer(e, server));
  }

  @Override
  public Outcome<String> removeMeetingServer(String name) {
    return change(e -> ConferenceChanges.removeServer(e, name));
  }

  @Override
  public Outcome<List<ConferenceEntry>> conferences() {
    return read(ConferenceChanges::all);
  }

  @Override
  public Outcome<ConferenceEntry> putConference(ConferenceEntry conference) {
    return change(e -> ConferenceChanges.put(e, conference));
  }

  @Override
  public Outcome<String> removeConference(String id) {
    return change(e -> ConferenceChanges.remove(e, id));
  }

  @Override
  public Outcome<IssuedKey> issueKey(KeyOrder order) {
    return change(e -> keys.issue(e, order, clock.instant()));
  }

  @Override
  public Outcome<List<PeerRuleEntry>> peerRules() {
    return read(PeerRuleChanges::all);
  }

  @Override
  public Outcome<List<PeerRuleEntry>> replacePeerRules(List<PeerRuleEntry> rules) {
    return change(e -> PeerRuleChanges.replace(e, rules));
  }

  private <T> Outcome<T> change(Function<EntityManager, Outcome<T>> change) {
    Outcome<T> outcome =
        read(
            entities -> {
              advance(entities, 0);
              Outcome<T> changed = change.apply(entities);
              if (changed instanceof Outcome.Done<T>) {
                advance(entities, 1);
              }
              return changed;
            });
    requireNonNull(directory, "directory").changed();
    return outcome;
  }

  /** Takes the version row, and with it the turn, until the transaction ends. */
  private static void advance(EntityManager entities, long by) {
    entities
        .createQuery(
            "update DirectoryVersion v set v.version = v.version + :by where v.name = :only")
        .setParameter("by", by)
        .setParameter("only", DirectoryVersion.ONLY)
        .executeUpdate();
  }

  private <T> Outcome<T> read(Function<EntityManager, Outcome<T>> reading) {
    if (requireNonNull(directory, "directory").reading()
        instanceof DirectoryReading.Missing missing) {
      return Outcome.notDone(
          new Problem(Problem.Kind.UNAVAILABLE, missing.cause(), LOOK_AT_DATABASE));
    }
    try {
      return requireNonNull(transactions, "transactions").inTransaction(reading);
    } catch (RuntimeException e) {
      DirectoryLog.LOG.changeFailed(e);
      return Outcome.notDone(
          new Problem(Problem.Kind.UNAVAILABLE, "directory: " + Causes.of(e), LOOK_AT_DATABASE));
    }
  }
}
