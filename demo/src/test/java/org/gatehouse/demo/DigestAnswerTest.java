package org.gatehouse.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gatehouse.conformance.Spec;
import org.gatehouse.sip.digest.Challenge;
import org.gatehouse.sip.digest.Credentials;
import org.gatehouse.sip.digest.DigestAlgorithm;
import org.gatehouse.sip.digest.DigestVerification;
import org.junit.jupiter.api.Test;

class DigestAnswerTest {
  private static final Account ALICE = new Account("alice", "localhost", "a \"password\"");
  private static final List<String> CHALLENGES =
      new Challenge("gatehouse", "abc-_123", false).headerValues();

  @Test
  @Spec("RFC 7616 §3.4")
  void theServerAcceptsTheAnswer() throws Exception {
    Credentials credentials = answer(CHALLENGES);

    assertThat(credentials.username()).isEqualTo("alice");
    assertThat(credentials.realm()).isEqualTo("gatehouse");
    assertThat(credentials.nonce()).isEqualTo("abc-_123");
    assertThat(credentials.uri()).isEqualTo("sip:localhost");
    assertThat(verified(credentials, "REGISTER", DigestAlgorithm.SHA_256)).isTrue();
  }

  @Test
  void theAnswerIsGoodForOneMethodOnly() throws Exception {
    assertThat(verified(answer(CHALLENGES), "INVITE", DigestAlgorithm.SHA_256)).isFalse();
  }

  @Test
  @Spec("RFC 8760 §2.4")
  void theFirstKnownChallengeIsAnswered() throws Exception {
    List<String> reversed = new ArrayList<>(CHALLENGES);
    Collections.reverse(reversed);
    reversed.add(0, "Digest realm=\"x\", nonce=\"y\", algorithm=SHA-512-256, qop=\"auth\"");

    assertThat(answer(CHALLENGES).algorithm()).isEqualTo("SHA-256");
    Credentials credentials = answer(reversed);
    assertThat(credentials.algorithm()).isEqualTo("MD5");
    assertThat(verified(credentials, "REGISTER", DigestAlgorithm.MD5)).isTrue();
  }

  @Test
  void aSchemeThatIsNotDigestIsNotAnswered() {
    assertThatThrownBy(() -> answer(List.of("Basic realm=\"gatehouse\"")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no challenge that can be answered");
  }

  private static Credentials answer(List<String> challenges) throws Exception {
    return Credentials.parse(DigestAnswer.to(challenges, ALICE, "REGISTER", "sip:localhost"));
  }

  private static boolean verified(
      Credentials credentials, String method, DigestAlgorithm algorithm) {
    byte[] a1 = "alice:gatehouse:a \"password\"".getBytes(StandardCharsets.UTF_8);
    return DigestVerification.verify(credentials, method, algorithm.hash(a1));
  }
}
