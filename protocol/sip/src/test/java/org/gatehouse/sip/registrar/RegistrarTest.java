package org.gatehouse.sip.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.gatehouse.conformance.Spec;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.transaction.Messages;
import org.junit.jupiter.api.Test;

class RegistrarTest {
  private static final String ALICE = "alice@example.com";
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Registrar registrar = new Registrar();

  private Registrar.Outcome at(Instant now, int cseq, String contact, String more) {
    SipMessage message = Messages.request("REGISTER", "z9hG4bKr", more);
    message =
        (contact.isEmpty()
                ? message.edit().remove(HeaderName.CONTACT)
                : message.edit().set(HeaderName.CONTACT, contact))
            .set(HeaderName.CSEQ, cseq + " REGISTER")
            .build();
    return registrar.register(message, ALICE, now);
  }

  private static int status(Registrar.Outcome outcome) {
    return outcome instanceof Registrar.Refused refused ? refused.status() : 200;
  }

  @Test
  @Spec("RFC 3261 §10.3")
  @Spec("RFC 3327 §5.3")
  void keepsAContactWithItsPathUntilItExpires() {
    at(NOON, 1, "<sip:a@h:1;x=y>;expires=120", "Path: <sip:p;lr>, <sip:q;lr>\n");

    Binding binding = registrar.bindings(ALICE, NOON.plusSeconds(119)).get(0);
    assertThat(binding.contact()).isEqualTo("sip:a@h:1;x=y");
    assertThat(binding.path()).containsExactly("<sip:p;lr>", "<sip:q;lr>");
    assertThat(registrar.bindings(ALICE, NOON.plusSeconds(120))).isEmpty();
    registrar.sweep(NOON.plusSeconds(120));
    assertThat(registrar.users()).isZero();
  }

  @Test
  @Spec("RFC 3261 §10.2.3")
  void tellsTheBindingsWhenNothingIsAsked() {
    at(NOON, 1, "<sip:a@h:1>", "Expires: 600\n");

    assertThat(at(NOON.plusSeconds(100), 2, "", ""))
        .isInstanceOfSatisfying(
            Registrar.Registered.class,
            done -> assertThat(done.contacts()).containsExactly("<sip:a@h:1>;expires=500"));
  }

  @Test
  @Spec("RFC 3261 §10.3 step 6")
  void removesAllBindingsForAStarOnlyWithExpiresZero() {
    at(NOON, 1, "<sip:a@h:1>, <sip:a@h:2>", "");
    assertThat(status(at(NOON, 2, "*", ""))).isEqualTo(400);
    assertThat(registrar.bindings(ALICE, NOON)).hasSize(2);
    assertThat(status(at(NOON, 3, "*", "Expires: 0\n"))).isEqualTo(200);
    assertThat(registrar.bindings(ALICE, NOON)).isEmpty();
  }

  @Test
  @Spec("RFC 3261 §10.3 step 7")
  void changesNothingWhenARequestComesOutOfOrder() {
    at(NOON, 5, "<sip:a@h:1>;expires=600", "");
    assertThat(status(at(NOON, 5, "<sip:b@h:1>, <sip:a@h:1>;expires=0", ""))).isEqualTo(500);
    assertThat(registrar.bindings(ALICE, NOON)).hasSize(1);
    assertThat(status(at(NOON, 6, "<sip:a@h:1>;expires=0", ""))).isEqualTo(200);
    assertThat(registrar.bindings(ALICE, NOON)).isEmpty();
  }

  @Test
  @Spec("RFC 3261 §10.2.8")
  void refusesAnIntervalThatIsTooBrief() {
    assertThat(at(NOON, 1, "<sip:a@h:1>;expires=5", ""))
        .isInstanceOfSatisfying(
            Registrar.Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(423);
              assertThat(refused.headers()).containsEntry(HeaderName.MIN_EXPIRES, "60");
            });
  }

  @Test
  void boundsTheBindingsOfOneUser() {
    for (int i = 1; i <= 10; i++) {
      assertThat(status(at(NOON, i, "<sip:a@h:" + i + ">", ""))).isEqualTo(200);
    }
    assertThat(status(at(NOON, 11, "<sip:a@h:11>", ""))).isEqualTo(403);
    assertThat(status(at(NOON, 12, "<sip:a@h:1>", ""))).as("renewing is no new one").isEqualTo(200);
  }
}
