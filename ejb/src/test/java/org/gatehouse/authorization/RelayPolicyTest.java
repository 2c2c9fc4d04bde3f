package org.gatehouse.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.authorization.Snapshots.OUTSIDE;
import static org.gatehouse.authorization.Snapshots.SNAPSHOT;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.AllocationQuestion;
import org.gatehouse.admission.PeerGrant;
import org.gatehouse.admission.PermissionQuestion;
import org.gatehouse.admission.Reason;
import org.gatehouse.admission.RelayGrant;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayPolicyTest {
  private static Admission<RelayGrant> allocation(String username, int held) {
    return RelayPolicy.allocation(SNAPSHOT, new AllocationQuestion(OUTSIDE, username, held));
  }

  private static Admission<PeerGrant> permission(String username, InetSocketAddress peer) {
    return RelayPolicy.permission(SNAPSHOT, new PermissionQuestion(username, OUTSIDE, peer));
  }

  @Test
  @Spec("RFC 8656 §7.2")
  void admitsAllocationsBelowTheQuotaForAnHour() {
    assertThat(allocation("alice", 1))
        .isEqualTo(Admission.admitted(new RelayGrant(Duration.ofHours(1)), "user-below-quota"));
    assertThat(allocation("alice@example.com", 2))
        .isEqualTo(Admission.refused(Reason.QUOTA_REACHED, "user-allocation-quota"));
  }

  @Test
  void aDisabledUserGetsNeitherAllocationNorPermission() {
    assertThat(allocation("bob", 0))
        .isEqualTo(Admission.refused(Reason.DISABLED_USER, "disabled-user"));
    assertThat(permission("bob", new InetSocketAddress("198.51.100.9", 9)))
        .isEqualTo(Admission.refused(Reason.DISABLED_USER, "disabled-user"));
  }

  @ParameterizedTest
  @CsvSource({
    "10.9.1.1, peer-network 10.9.0.0/16",
    "198.51.100.9, peer-without-rule",
    "2001:db8::9, peer-without-rule"
  })
  @Spec("RFC 8656 §10.2")
  void admitsPeersByTheMostSpecificRule(String address, String rule) {
    InetSocketAddress peer = new InetSocketAddress(address, 9);

    assertThat(permission("alice", peer)).isEqualTo(Admission.admitted(new PeerGrant(peer), rule));
  }

  @ParameterizedTest
  @CsvSource({
    "10.8.1.1, peer-network 10.0.0.0/8",
    "127.0.0.1, peer-network 127.0.0.0/8",
    "::ffff:127.0.0.1, peer-network 127.0.0.0/8",
    "ff02::1, peer-network ff00:0:0:0:0:0:0:0/8"
  })
  @Spec("RFC 8656 §10.2")
  void refusesPeersByTheMostSpecificRule(String address, String rule) {
    assertThat(permission("alice", new InetSocketAddress(address, 9)))
        .isEqualTo(Admission.refused(Reason.FORBIDDEN_PEER, rule));
  }

  @Test
  void refusesAPeerThatIsOnlyAName() {
    assertThat(permission("alice", InetSocketAddress.createUnresolved("localhost", 9)))
        .isEqualTo(Admission.refused(Reason.FORBIDDEN_PEER, "peer-without-address"));
  }
}
