package org.gatehouse.relay;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.AllocationQuestion;
import org.gatehouse.admission.CredentialsQuestion;
import org.gatehouse.admission.DigestKeys;
import org.gatehouse.admission.PeerGrant;
import org.gatehouse.admission.PermissionQuestion;
import org.gatehouse.admission.Ready;
import org.gatehouse.admission.Reason;
import org.gatehouse.admission.RelayAdmission;
import org.gatehouse.admission.RelayGrant;
import org.gatehouse.stun.PasswordAlgorithm;

/** Knows alice and bob, and lets them go anywhere unless told otherwise. */
final class FakeAuthority implements RelayAdmission {
  final Map<String, String> passwords =
      new ConcurrentHashMap<>(Map.of("alice", "secret", "bob", "hidden"));
  final List<Object> questions = new CopyOnWriteArrayList<>();
  volatile CountDownLatch open = new CountDownLatch(0);
  volatile Predicate<InetSocketAddress> permitted = peer -> true;
  volatile int quota = 1000;

  @Override
  public Admission<DigestKeys> credentials(CredentialsQuestion question) {
    questions.add(question);
    try {
      open.await();
    } catch (InterruptedException e) {
      return Admission.unavailable("interrupted");
    }
    String password = passwords.get(question.username());
    if (password == null) {
      return Admission.refused(Reason.UNKNOWN_USER, "test");
    }
    return Admission.admitted(
        new DigestKeys(
            PasswordAlgorithm.MD5.key(question.username(), question.realm(), password),
            PasswordAlgorithm.SHA_256.key(question.username(), question.realm(), password)),
        "test");
  }

  @Override
  public Admission<RelayGrant> allocation(AllocationQuestion question) {
    questions.add(question);
    return question.held() < quota
        ? Admission.admitted(new RelayGrant(Duration.ofHours(1)), "test")
        : Admission.refused(Reason.QUOTA_REACHED, "test");
  }

  @Override
  public Admission<PeerGrant> permission(PermissionQuestion question) {
    questions.add(question);
    return permitted.test(question.peer())
        ? Admission.admitted(new PeerGrant(question.peer()), "test")
        : Admission.refused(Reason.FORBIDDEN_PEER, "test");
  }

  @Override
  public Admission<Ready> ready() {
    return Admission.admitted(new Ready("memory"), "test");
  }
}
