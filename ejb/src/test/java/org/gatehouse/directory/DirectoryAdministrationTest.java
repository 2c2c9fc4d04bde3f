package org.gatehouse.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.directory.TestDirectory.done;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.gatehouse.admission.DigestKeys;
import org.gatehouse.directory.administration.ConferenceEntry;
import org.gatehouse.directory.administration.DomainEntry;
import org.gatehouse.directory.administration.IssuedKey;
import org.gatehouse.directory.administration.KeyOrder;
import org.gatehouse.directory.administration.MeetingServerEntry;
import org.gatehouse.directory.administration.Outcome;
import org.gatehouse.directory.administration.PeerRuleEntry;
import org.gatehouse.directory.administration.Problem;
import org.gatehouse.directory.administration.PublicationEntry;
import org.gatehouse.directory.administration.UserEntry;
import org.gatehouse.directory.snapshot.KnownUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryAdministrationTest {
  private static final UserEntry ALICE = new UserEntry("alice@localhost", true, 10);

  private static final HexFormat HEX = HexFormat.of();

  private final TestDirectory directory = new TestDirectory();
  private final DirectoryAdministrationBean administration = directory.administration();

  @AfterEach
  void close() {
    directory.close();
  }

  private static Problem problem(Outcome<?> outcome) {
    return ((Outcome.NotDone<?>) outcome).problem();
  }

  private static Problem.Kind kind(Outcome<?> outcome) {
    return problem(outcome).kind();
  }

  private void addAlice() {
    done(administration.addUser(ALICE, "secret".toCharArray()));
  }

  private KnownUser alice() {
    return directory.snapshot().users().named("alice").get(0);
  }

  @Test
  void aNewUserHasDigestsForBothSpellingsOfTheName() {
    addAlice();

    assertThat(alice().digestKeys("gatehouse", "alice").map(DigestKeys::md5))
        .contains(HEX.parseHex("8dc64fb4cd4c707ce58b2605dc5cde01"));
    assertThat(alice().digestKeys("gatehouse", "alice@localhost").map(DigestKeys::sha256))
        .contains(HEX.parseHex("6cfce13fb427f03c452ec244f6850d13b4a811f393ae6ef9b3e84a0ca932a258"));
    assertThat(alice().digestKeys("elsewhere", "alice")).isEmpty();
  }

  @Test
  void overwritesThePasswordWhateverTheOutcome() {
    char[] kept = "secret".toCharArray();
    char[] refused = "secret".toCharArray();
    char[] changed = "secret".toCharArray();

    done(administration.addUser(ALICE, kept));
    assertThat(kind(administration.addUser(ALICE, refused))).isEqualTo(Problem.Kind.CONFLICT);
    done(administration.changePassword("alice@localhost", changed));

    assertThat(kept).containsOnly('\0');
    assertThat(refused).containsOnly('\0');
    assertThat(changed).containsOnly('\0');
  }

  @Test
  void aChangedPasswordReplacesEveryDigest() {
    addAlice();
    byte[] before = alice().digestKeys("gatehouse", "alice").orElseThrow().sha256();

    done(administration.changePassword("alice@LOCALHOST", "other".toCharArray()));

    assertThat(alice().digests()).hasSize(2);
    assertThat(alice().digestKeys("gatehouse", "alice").orElseThrow().sha256())
        .isNotEqualTo(before);
  }

  @Test
  void disablesEnablesAndRemovesAUser() {
    addAlice();

    assertThat(done(administration.enableUser("alice@localhost", false)).enabled()).isFalse();
    assertThat(alice().enabled()).isFalse();
    assertThat(done(administration.enableUser("alice@localhost", true)).enabled()).isTrue();
    assertThat(done(administration.users())).containsExactly(ALICE);
    assertThat(done(administration.removeUser("alice@localhost"))).isEqualTo("alice@localhost");
    assertThat(directory.snapshot().users().count()).isZero();
    assertThat(kind(administration.removeUser("alice@localhost"))).isEqualTo(Problem.Kind.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice",
        "@localhost",
        "alice@",
        "a:b@localhost",
        "al ice@localhost",
        "a@b@localhost",
        "alice@localhost:5060",
        "alice@elsewhere.example"
      })
  void refusesAUserWithoutAnAddressOfRecordInADomainOfOurs(String aor) {
    assertThat(kind(administration.addUser(new UserEntry(aor, true, 10), "secret".toCharArray())))
        .isEqualTo(Problem.Kind.INVALID);
    assertThat(done(administration.users())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two\nlines"})
  void refusesAPasswordThatNoClientCouldSend(String password) {
    assertThat(kind(administration.addUser(ALICE, password.toCharArray())))
        .isEqualTo(Problem.Kind.INVALID);
  }

  @Test
  void aDomainWithUsersStays() {
    addAlice();

    assertThat(problem(administration.removeDomain("localhost")).text())
        .isEqualTo("domain localhost still has users: 1; remove them first");
    done(administration.removeUser("alice@localhost"));
    assertThat(done(administration.removeDomain("LOCALHOST"))).isEqualTo("localhost");
    assertThat(directory.snapshot().domains()).isEmpty();
  }

  @Test
  void keepsDomainsInOneSpelling() {
    assertThat(done(administration.addDomain("Example.COM.")).name()).isEqualTo("example.com");
    assertThat(kind(administration.addDomain("example.com"))).isEqualTo(Problem.Kind.CONFLICT);
    assertThat(done(administration.addDomain("[2001:DB8::1]")).name())
        .isEqualTo("2001:db8:0:0:0:0:0:1");
    assertThat(kind(administration.addDomain("example.com:5060"))).isEqualTo(Problem.Kind.INVALID);
    assertThat(done(administration.domains()))
        .extracting(DomainEntry::name)
        .containsExactlyInAnyOrder("2001:db8:0:0:0:0:0:1", "example.com", "localhost");
  }

  @Test
  void onePathIsPublishedOnce() {
    PublicationEntry second =
        new PublicationEntry("b", "/addressbook/", "http://files.example", List.of("GET"), true);

    assertThat(problem(administration.putPublication(second)).text())
        .isEqualTo(
            "resource b was not published: /addressbook/ is the path of resource address-book;"
                + " use another path or remove that resource");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://files.example",
        "http://",
        "files.example",
        "http://user:password@files.example",
        "http://files.example/?q",
        "http://files.example/#f",
        "http://files.example:70000",
        "http://files example"
      })
  void refusesATargetThatIsNoHttpOrigin(String target) {
    assertThat(
            kind(
                administration.putPublication(
                    new PublicationEntry("a", "/a/", target, List.of("GET"), true))))
        .isEqualTo(Problem.Kind.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/", "/a", "/a/../b/", "//", "/a%2f/", "/./"})
  void refusesAPathThatCouldNotBeMatched(String prefix) {
    assertThat(
            kind(
                administration.putPublication(
                    new PublicationEntry(
                        "a", prefix, "http://files.example", List.of("GET"), true))))
        .isEqualTo(Problem.Kind.INVALID);
  }

  @Test
  void issuesAKeyOfWhichOnlyTheHashIsKept() {
    IssuedKey key = issuedKey(new KeyOrder("weekly", "alice@localhost", 60, 0));

    assertThat(key.sessionKey()).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(key.expires()).isEqualTo(directory.clock.instant().plusSeconds(60));
    assertThat(key.toString()).doesNotContain(key.sessionKey());
    assertThat(directory.snapshot().sessionKeys())
        .containsOnlyKeys(SessionKeyHash.of(key.sessionKey()));
  }

  @Test
  void aLimitedKeyIsSpentAfterItsUses() {
    IssuedKey key = issuedKey(new KeyOrder("weekly", "alice@localhost", 60, 2));
    String hash = SessionKeyHash.of(key.sessionKey());

    assertThat(directory.snapshot().sessionKeys().get(hash).limited()).isTrue();
    assertThat(directory.memory().spend(hash)).isTrue();
    assertThat(directory.memory().spend(hash)).isTrue();
    assertThat(directory.memory().spend(hash)).isFalse();
  }

  @Test
  void removesExpiredKeysWhereItIssuesNewOnes() {
    issuedKey(new KeyOrder("weekly", "alice@localhost", 60, 0));
    directory.clock.advance(Duration.ofSeconds(61));

    IssuedKey second =
        done(administration.issueKey(new KeyOrder("weekly", "alice@localhost", 60, 0)));

    assertThat(directory.snapshot().sessionKeys())
        .containsOnlyKeys(SessionKeyHash.of(second.sessionKey()));
  }

  @Test
  void keysEndWithTheirUserAndWithTheirConference() {
    issuedKey(new KeyOrder("weekly", "alice@localhost", 60, 0));
    done(administration.removeUser("alice@localhost"));
    assertThat(directory.snapshot().sessionKeys()).isEmpty();

    addAlice();
    done(administration.issueKey(new KeyOrder("weekly", "alice@localhost", 60, 0)));
    done(administration.removeConference("weekly"));
    assertThat(directory.snapshot().sessionKeys()).isEmpty();
  }

  @Test
  void refusesAKeyForUnknownConferencesAndUsersAndForEver() {
    issuedKey(new KeyOrder("weekly", "alice@localhost", 60, 0));

    assertThat(kind(administration.issueKey(new KeyOrder("daily", "alice@localhost", 60, 0))))
        .isEqualTo(Problem.Kind.UNKNOWN);
    assertThat(kind(administration.issueKey(new KeyOrder("weekly", "bob@localhost", 60, 0))))
        .isEqualTo(Problem.Kind.UNKNOWN);
    assertThat(kind(administration.issueKey(new KeyOrder("weekly", "alice@localhost", 0, 0))))
        .isEqualTo(Problem.Kind.INVALID);
  }

  @Test
  void aMeetingServerThatHostsAConferenceStays() {
    issuedKey(new KeyOrder("weekly", "alice@localhost", 60, 0));

    assertThat(kind(administration.removeMeetingServer("mcu.example")))
        .isEqualTo(Problem.Kind.CONFLICT);
    done(administration.removeConference("weekly"));
    assertThat(done(administration.removeMeetingServer("mcu.example"))).isEqualTo("mcu.example");
    assertThat(kind(administration.putConference(new ConferenceEntry("weekly", "mcu.example"))))
        .isEqualTo(Problem.Kind.INVALID);
  }

  @Test
  void replacesPeerRulesAllOrNone() {
    List<PeerRuleEntry> rules =
        List.of(new PeerRuleEntry("10.1.2.3/8", true), new PeerRuleEntry("10.9.0.0/16", false));

    assertThat(done(administration.replacePeerRules(rules)))
        .containsExactly(
            new PeerRuleEntry("10.0.0.0/8", true), new PeerRuleEntry("10.9.0.0/16", false));
    assertThat(
            kind(administration.replacePeerRules(List.of(new PeerRuleEntry("10.0.0.0/33", true)))))
        .isEqualTo(Problem.Kind.INVALID);
    assertThat(done(administration.peerRules())).hasSize(2);
    assertThat(directory.snapshot().peerNetworks())
        .extracting(n -> n.network().toString())
        .containsExactly("10.9.0.0/16", "10.0.0.0/8");
  }

  @Test
  void saysThatTheDirectoryIsDown() {
    directory.databaseDown();

    assertThat(problem(administration.users()))
        .isEqualTo(
            new Problem(
                Problem.Kind.UNAVAILABLE,
                "directory: connection refused",
                "look at the database and try again"));
    assertThat(kind(administration.addDomain("example.com"))).isEqualTo(Problem.Kind.UNAVAILABLE);
  }

  private IssuedKey issuedKey(KeyOrder order) {
    addAlice();
    done(administration.putMeetingServer(new MeetingServerEntry("MCU.example", true)));
    done(administration.putConference(new ConferenceEntry("weekly", "mcu.example")));
    return done(administration.issueKey(order));
  }
}
