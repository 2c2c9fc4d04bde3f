package org.gatehouse.directory.administration;

import java.util.List;

/**
 * The changes that operators make to the directory. Local business interface of a bean.
 *
 * <p>Each change is one transaction. Removals give the name of what was removed.
 */
public interface DirectoryAdministration {

  /** All users, by address of record. */
  Outcome<List<UserEntry>> users();

  /**
   * Adds an enabled user or says that it is there already. The domain must be one of ours.
   *
   * @param password hashed at once for the realm, then overwritten with zeros
   */
  Outcome<UserEntry> addUser(UserEntry user, char[] password);

  /**
   * Replaces the digests of a user.
   *
   * @param password hashed at once for the realm, then overwritten with zeros
   */
  Outcome<UserEntry> changePassword(String aor, char[] password);

  /** Enables or disables a user. */
  Outcome<UserEntry> enableUser(String aor, boolean enabled);

  /** Removes a user with all digests and session keys. */
  Outcome<String> removeUser(String aor);

  /** Our domains, by name. */
  Outcome<List<DomainEntry>> domains();

  /** Adds a domain: a host name or an IP address, without port. */
  Outcome<DomainEntry> addDomain(String name);

  /** Removes a domain that has no users. */
  Outcome<String> removeDomain(String name);

  /** The published resources, by name. */
  Outcome<List<PublicationEntry>> publications();

  /** Adds or replaces a published resource. */
  Outcome<PublicationEntry> putPublication(PublicationEntry publication);

  /** Removes a published resource. */
  Outcome<String> removePublication(String name);

  /** The meeting servers, by name. */
  Outcome<List<MeetingServerEntry>> meetingServers();

  /** Adds or replaces a meeting server. */
  Outcome<MeetingServerEntry> putMeetingServer(MeetingServerEntry server);

  /** Removes a meeting server that hosts no conference. */
  Outcome<String> removeMeetingServer(String name);

  /** The conferences, by identifier. */
  Outcome<List<ConferenceEntry>> conferences();

  /** Adds a conference or moves it to another meeting server. */
  Outcome<ConferenceEntry> putConference(ConferenceEntry conference);

  /** Removes a conference with its session keys. */
  Outcome<String> removeConference(String id);

  /** Issues a session key; expired keys are removed on the way. */
  Outcome<IssuedKey> issueKey(KeyOrder order);

  /** The rules for relay peers, in their order. */
  Outcome<List<PeerRuleEntry>> peerRules();

  /** Replaces all rules for relay peers. */
  Outcome<List<PeerRuleEntry>> replacePeerRules(List<PeerRuleEntry> rules);
}
