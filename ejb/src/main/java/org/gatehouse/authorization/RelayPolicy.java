package org.gatehouse.authorization;

import java.net.InetAddress;
import java.time.Duration;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.AllocationQuestion;
import org.gatehouse.admission.PeerGrant;
import org.gatehouse.admission.PermissionQuestion;
import org.gatehouse.admission.Reason;
import org.gatehouse.admission.RelayGrant;
import org.gatehouse.directory.snapshot.DirectorySnapshot;
import org.gatehouse.directory.snapshot.PeerNetwork;

/** Who may hold an allocation, and which peers it may reach. */
final class RelayPolicy {
  /** The longest lifetime of an allocation; RFC 8656 §7.2 recommends one hour. */
  static final Duration MAXIMUM_LIFETIME = Duration.ofHours(1);

  private RelayPolicy() {}

  /** An enabled user below the quota (RFC 8656 §7.2). */
  static Admission<RelayGrant> allocation(DirectorySnapshot snapshot, AllocationQuestion question) {
    return UserPolicy.ifEnabled(
        snapshot,
        question.username(),
        user ->
            question.held() < user.maximumAllocations()
                ? Admission.admitted(new RelayGrant(MAXIMUM_LIFETIME), "user-below-quota")
                : Admission.refused(Reason.QUOTA_REACHED, "user-allocation-quota"));
  }

  /**
   * An enabled user and an allowed peer (RFC 8656 §10.2, §12.2). The rule with the longest prefix
   * decides; without a rule the peer is allowed.
   */
  static Admission<PeerGrant> permission(DirectorySnapshot snapshot, PermissionQuestion question) {
    return UserPolicy.ifEnabled(snapshot, question.username(), user -> peer(snapshot, question));
  }

  private static Admission<PeerGrant> peer(
      DirectorySnapshot snapshot, PermissionQuestion question) {
    InetAddress address = question.peer().getAddress();
    if (address == null) {
      return Admission.refused(Reason.FORBIDDEN_PEER, "peer-without-address");
    }
    for (PeerNetwork rule : snapshot.peerNetworks()) {
      if (rule.network().contains(address)) {
        String name = "peer-network " + rule.network();
        return rule.allowed()
            ? Admission.admitted(new PeerGrant(question.peer()), name)
            : Admission.refused(Reason.FORBIDDEN_PEER, name);
      }
    }
    return Admission.admitted(new PeerGrant(question.peer()), "peer-without-rule");
  }
}
