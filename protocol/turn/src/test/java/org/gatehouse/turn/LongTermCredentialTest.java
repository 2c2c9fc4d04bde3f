package org.gatehouse.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.gatehouse.conformance.Spec;
import org.gatehouse.stun.IntegrityAlgorithm;
import org.gatehouse.stun.MessageIntegrity;
import org.gatehouse.stun.Method;
import org.gatehouse.stun.Nonce;
import org.gatehouse.stun.PasswordAlgorithm;
import org.gatehouse.stun.PasswordAlgorithms;
import org.gatehouse.stun.Realm;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.Username;
import org.junit.jupiter.api.Test;

class LongTermCredentialTest {
  private static final List<PasswordAlgorithm> OFFERED =
      List.of(PasswordAlgorithm.SHA_256, PasswordAlgorithm.MD5);
  private final Harness server = new Harness();

  private Outcome allocate(StunMessage request) {
    return server.finish(server.process(request, Harness.CLIENT));
  }

  @Test
  @Spec("RFC 8489 §9.2.4")
  @Spec("RFC 8489 §18.1")
  void challengesARequestWithoutIntegrity() {
    Outcome outcome = allocate(Harness.plain(Method.ALLOCATE, server.id(), Harness.UDP));
    StunMessage response = Harness.response(outcome);
    assertThat(Harness.code(outcome)).isEqualTo(401);
    assertThat(response.first(Realm.class)).contains(new Realm("gatehouse"));
    assertThat(response.first(Nonce.class).orElseThrow().text()).startsWith("obMatJos2gAAA");
    assertThat(response.first(PasswordAlgorithms.class)).contains(new PasswordAlgorithms(OFFERED));
    assertThat(response.has(MessageIntegrity.class)).isFalse();
    assertThat(server.questions).isEmpty();
  }

  @Test
  @Spec("RFC 8489 §9.2.4")
  void answers400WhenIntegrityComesWithoutNonce() {
    byte[] key = PasswordAlgorithm.MD5.key("alice", "gatehouse", "secret");
    StunMessage request =
        StunMessage.with(org.gatehouse.stun.MessageClass.REQUEST, Method.ALLOCATE, server.id())
            .add(new Username("alice"))
            .add(new Realm("gatehouse"))
            .integrity(IntegrityAlgorithm.HMAC_SHA1, key)
            .build();
    assertThat(Harness.code(allocate(request))).isEqualTo(400);
  }

  @Test
  @Spec("RFC 8489 §9.2.4")
  void signsTheResponseAsTheRequestWasSigned() {
    Nonce nonce = server.nonce(Harness.CLIENT);
    Outcome old = allocate(server.signed("alice", nonce, Method.ALLOCATE, Harness.UDP));
    byte[] md5 = PasswordAlgorithm.MD5.key("alice", "gatehouse", "secret");
    assertThat(Harness.response(old).verify(IntegrityAlgorithm.HMAC_SHA1, md5)).isTrue();

    InetSocketAddress other = new InetSocketAddress("192.0.2.8", 1);
    StunMessage request =
        server.signedWithSha256("alice", server.nonce(other), OFFERED, Harness.UDP);
    Outcome fresh = server.finish(server.process(request, other));
    byte[] sha256 = PasswordAlgorithm.SHA_256.key("alice", "gatehouse", "secret");
    assertThat(Harness.code(fresh)).isZero();
    assertThat(Harness.response(fresh).verify(IntegrityAlgorithm.HMAC_SHA256, sha256)).isTrue();
  }

  @Test
  @Spec("RFC 8489 §9.2.4")
  void answers400WhenTheOfferedAlgorithmsWereBidDown() {
    StunMessage request =
        server.signedWithSha256(
            "alice", server.nonce(Harness.CLIENT), List.of(PasswordAlgorithm.SHA_256), Harness.UDP);
    assertThat(Harness.code(allocate(request))).isEqualTo(400);
  }

  @Test
  @Spec("RFC 8489 §9.2.4")
  void challengesAWrongPasswordAndAnUnknownUser() {
    StunMessage unknown =
        server.signed("mallory", server.nonce(Harness.CLIENT), Method.ALLOCATE, Harness.UDP);
    assertThat(Harness.code(allocate(unknown))).isEqualTo(401);
    StunMessage wrong =
        server.signed("alice", server.nonce(Harness.CLIENT), Method.ALLOCATE, Harness.UDP);
    server.passwords.put("alice", "another");
    Outcome outcome = allocate(wrong);
    assertThat(Harness.code(outcome)).isEqualTo(401);
    assertThat(Harness.response(outcome).has(Nonce.class)).isTrue();
    assertThat(server.allocation()).isNull();
  }

  @Test
  @Spec("RFC 8489 §9.2.4")
  void answers438ToANonceThatHasGrownOld() {
    Nonce nonce = server.nonce(Harness.CLIENT);
    server.now = server.now.plus(Duration.ofHours(1)).plusSeconds(1);
    Outcome outcome = allocate(server.signed("alice", nonce, Method.ALLOCATE, Harness.UDP));
    assertThat(Harness.code(outcome)).isEqualTo(438);
    Nonce fresh = Harness.response(outcome).first(Nonce.class).orElseThrow();
    Outcome again = allocate(server.signed("alice", fresh, Method.ALLOCATE, Harness.UDP));
    assertThat(Harness.code(again)).isZero();
  }

  @Test
  @Spec("RFC 8489 §9.2.4")
  void asksNothingForANonceOfAnotherClient() {
    Nonce nonce = server.nonce(new InetSocketAddress("192.0.2.8", 40000));
    StunMessage request = server.signed("alice", nonce, Method.ALLOCATE, Harness.UDP);
    assertThat(Harness.code(allocate(request))).isEqualTo(438);
    assertThat(Harness.code(allocate(server.signed("alice", new Nonce("x"), Method.ALLOCATE))))
        .isEqualTo(438);
    assertThat(server.questions).isEmpty();
  }

  @Test
  void asksForAUsersKeysOncePerMinuteAndNoticesTheRemoval() {
    server.allocate();
    server.alice(Method.REFRESH);
    assertThat(server.questions).filteredOn(Step.NeedsCredentials.class::isInstance).hasSize(1);
    StunMessage request = server.signed("alice", server.nonce(Harness.CLIENT), Method.REFRESH);
    server.passwords.remove("alice");
    server.now = server.now.plusSeconds(61);
    assertThat(Harness.code(allocate(request))).isEqualTo(401);
  }

  @Test
  void answers500WhenTheKeysCannotBeHadNow() {
    Step step =
        server.process(
            server.signed("alice", server.nonce(Harness.CLIENT), Method.ALLOCATE, Harness.UDP),
            Harness.CLIENT);
    Step done =
        ((Step.NeedsCredentials) step)
            .resume()
            .with(new Answer.Denied<>(ErrorCodes.SERVER_ERROR), server.now);
    assertThat(Harness.code(server.finish(done))).isEqualTo(500);
  }
}
