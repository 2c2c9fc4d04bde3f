package org.gatehouse.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/** Writes down what it was asked to do, and does it unless it has a problem. */
final class FakeDirectory implements DirectoryAdministration {
  final List<String> asked = new ArrayList<>();
  Problem problem;

  private <T> Outcome<T> outcome(T value, Object... call) {
    asked.add(Arrays.toString(call));
    return problem == null ? Outcome.done(value) : Outcome.notDone(problem);
  }

  @Override
  public Outcome<List<UserEntry>> users() {
    return outcome(List.of(new UserEntry("alice@localhost", true, 10)), "users");
  }

  @Override
  public Outcome<UserEntry> addUser(UserEntry user, char[] password) {
    return outcome(user, "add", user, new String(password));
  }

  @Override
  public Outcome<UserEntry> changePassword(String aor, char[] password) {
    return outcome(new UserEntry(aor, true, 10), "password", aor, new String(password));
  }

  @Override
  public Outcome<UserEntry> enableUser(String aor, boolean enabled) {
    return outcome(new UserEntry(aor, enabled, 10), "enable", aor, enabled);
  }

  @Override
  public Outcome<String> removeUser(String aor) {
    return outcome(aor, "remove", aor);
  }

  @Override
  public Outcome<List<DomainEntry>> domains() {
    return outcome(List.of(new DomainEntry("localhost")), "domains");
  }

  @Override
  public Outcome<DomainEntry> addDomain(String name) {
    return outcome(new DomainEntry(name), "addDomain", name);
  }

  @Override
  public Outcome<String> removeDomain(String name) {
    return outcome(name, "removeDomain", name);
  }

  @Override
  public Outcome<List<PublicationEntry>> publications() {
    throw new IllegalStateException("broken");
  }

  @Override
  public Outcome<PublicationEntry> putPublication(PublicationEntry publication) {
    return outcome(publication, "publish", publication);
  }

  @Override
  public Outcome<String> removePublication(String name) {
    return outcome(name, "removePublication", name);
  }

  @Override
  public Outcome<List<MeetingServerEntry>> meetingServers() {
    return outcome(List.of(), "servers");
  }

  @Override
  public Outcome<MeetingServerEntry> putMeetingServer(MeetingServerEntry server) {
    return outcome(server, "putServer", server);
  }

  @Override
  public Outcome<String> removeMeetingServer(String name) {
    return outcome(name, "removeServer", name);
  }

  @Override
  public Outcome<List<ConferenceEntry>> conferences() {
    return outcome(List.of(), "conferences");
  }

  @Override
  public Outcome<ConferenceEntry> putConference(ConferenceEntry conference) {
    return outcome(conference, "putConference", conference);
  }

  @Override
  public Outcome<String> removeConference(String id) {
    return outcome(id, "removeConference", id);
  }

  @Override
  public Outcome<IssuedKey> issueKey(KeyOrder order) {
    return outcome(
        new IssuedKey("k3y", order.conference(), order.user(), Instant.EPOCH), "issue", order);
  }

  @Override
  public Outcome<List<PeerRuleEntry>> peerRules() {
    return outcome(List.of(new PeerRuleEntry("10.0.0.0/8", false)), "rules");
  }

  @Override
  public Outcome<List<PeerRuleEntry>> replacePeerRules(List<PeerRuleEntry> rules) {
    return outcome(rules, "replaceRules", rules);
  }
}
