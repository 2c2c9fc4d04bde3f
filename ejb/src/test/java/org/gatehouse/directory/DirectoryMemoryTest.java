package org.gatehouse.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.directory.TestDirectory.done;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Publication;
import org.gatehouse.admission.Ready;
import org.gatehouse.directory.DirectoryReading.Missing;
import org.gatehouse.directory.administration.PublicationEntry;
import org.gatehouse.directory.snapshot.DirectorySnapshot;
import org.gatehouse.directory.snapshot.PeerNetwork;
import org.gatehouse.directory.snapshot.PublishedPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectoryMemoryTest {
  private final TestDirectory directory = new TestDirectory();

  @AfterEach
  void close() {
    directory.close();
  }

  @Test
  void fillsAnEmptyDirectoryFromTheDefaults() {
    DirectorySnapshot snapshot = directory.snapshot();

    URI target = URI.create("http://127.0.0.1:8000");
    assertThat(snapshot.domains()).containsExactly("localhost");
    assertThat(snapshot.users().count()).isZero();
    assertThat(snapshot.publications())
        .extracting(PublishedPath::publication)
        .containsExactlyInAnyOrder(
            new Publication("address-book", "/addressbook/", target, Set.of("GET", "HEAD")),
            new Publication("meeting-content", "/meetings/", target, Set.of("GET", "HEAD")),
            new Publication("group-expansion", "/groups/", target, Set.of("GET", "HEAD", "POST")));
    assertThat(snapshot.peerNetworks())
        .filteredOn(PeerNetwork::allowed)
        .extracting(n -> n.network().toString())
        .containsExactlyInAnyOrder("127.0.0.0/8", "0:0:0:0:0:0:0:1/128");
    assertThat(snapshot.peerNetworks())
        .filteredOn(n -> !n.allowed())
        .extracting(n -> n.network().toString())
        .contains("0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4");
  }

  @Test
  void fillsAnEmptyDirectoryFromTheEnvironment() {
    try (TestDirectory other =
        new TestDirectory(
            DirectorySettings.of(
                Map.of(
                    "GATEHOUSE_DOMAIN", "192.0.2.7",
                    "GATEHOUSE_HTTP_TARGET", "https://files.example:8443",
                    "GATEHOUSE_RELAY_ALLOW_LOOPBACK", "false")))) {
      assertThat(other.snapshot().domains()).containsExactly("192.0.2.7");
      assertThat(other.snapshot().publications())
          .allMatch(p -> p.publication().target().getPort() == 8443);
      assertThat(other.snapshot().peerNetworks()).noneMatch(PeerNetwork::allowed);
    }
  }

  @Test
  void namesTheVariableTheValueAndWhatIsAllowedWhenTheEnvironmentIsWrong() {
    try (TestDirectory other =
        new TestDirectory(
            DirectorySettings.of(Map.of("GATEHOUSE_HTTP_TARGET", "ftp://files.example")))) {
      assertThat(((Missing) other.memory().reading()).cause())
          .startsWith("directory: GATEHOUSE_HTTP_TARGET=ftp://files.example is wrong; use http://");
    }
  }

  @Test
  void isFilledOnlyOnce() {
    directory.snapshot();
    done(directory.administration().removePublication("address-book"));

    DirectoryMemory restarted =
        new DirectoryMemory(
            directory.dataSource(), directory, TestDirectory.SETTINGS, directory.clock);

    assertThat(((DirectoryReading.Current) restarted.reading()).snapshot().publications())
        .hasSize(2);
  }

  @Test
  void aChangeOfThisNodeCountsAtOnce() {
    directory.snapshot();

    done(
        directory
            .administration()
            .putPublication(
                new PublicationEntry(
                    "files", "/files/", "http://files.example", java.util.List.of("GET"), true)));

    assertThat(directory.snapshot().publications()).hasSize(4);
  }

  @Test
  void aChangeBySqlWithItsVersionCountsAfterASecond() throws SQLException {
    directory.snapshot();
    directory.sql(
        "insert into domain (name) values ('example.com')",
        "update directory_version set version = version + 1");

    assertThat(directory.snapshot().domains()).containsExactly("localhost");
    directory.clock.advance(DirectoryMemory.BETWEEN_LOOKS);
    assertThat(directory.snapshot().domains())
        .containsExactlyInAnyOrder("localhost", "example.com");
  }

  @Test
  void asksTheDatabaseNothingWithinASecondAndRereadsOnlyANewVersion() {
    DirectorySnapshot first = directory.snapshot();
    int before = directory.transactions.get();

    directory.snapshot();
    assertThat(directory.transactions).hasValue(before);

    directory.clock.advance(DirectoryMemory.BETWEEN_LOOKS);
    assertThat(directory.snapshot()).isSameAs(first);
    assertThat(directory.transactions).hasValue(before + 1);
  }

  @Test
  void answersNothingWhileTheDatabaseIsDownAtStartAndComesUpByItself() {
    directory.databaseDown();
    assertThat(((Missing) directory.memory().reading()).cause())
        .isEqualTo("directory: connection refused");
    assertThat(directory.memory().ready())
        .isEqualTo(Admission.<Ready>unavailable("directory: connection refused"));

    directory.databaseUp();
    assertThat(directory.memory().reading()).isInstanceOf(Missing.class);
    directory.clock.advance(Schema.BETWEEN_ATTEMPTS);
    assertThat(directory.snapshot().domains()).containsExactly("localhost");
    assertThat(directory.memory().ready()).isInstanceOf(Admission.Admitted.class);
  }

  @Test
  void admitsNobodyByOldRulesWhenTheDatabaseGoesDown() {
    directory.snapshot();
    directory.databaseDown();
    directory.clock.advance(DirectoryMemory.BETWEEN_LOOKS);

    assertThat(directory.memory().reading())
        .isEqualTo(new Missing("directory: connection refused"));
    assertThat(directory.memory().ready())
        .isEqualTo(Admission.<Ready>unavailable("directory: connection refused"));

    directory.databaseUp();
    directory.clock.advance(Duration.ofSeconds(1));
    assertThat(directory.snapshot().domains()).containsExactly("localhost");
  }

  @Test
  void anUnreadablePeerRuleDeniesEveryPeer() throws Exception {
    directory.snapshot();
    directory.sql(
        "delete from peer_rule",
        "insert into peer_rule (place, network, allowed) values (0, 'nonsense', true)",
        "update directory_version set version = version + 1");
    directory.clock.advance(DirectoryMemory.BETWEEN_LOOKS);

    assertThat(directory.snapshot().peerNetworks())
        .noneMatch(PeerNetwork::allowed)
        .extracting(n -> n.network().prefixLengthInBits())
        .containsExactly(0, 0);
  }
}
