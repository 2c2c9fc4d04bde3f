package org.gatehouse.turn;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.stun.ErrorCode;
import org.gatehouse.stun.IntegrityAlgorithm;
import org.gatehouse.stun.MessageIntegrity;
import org.gatehouse.stun.MessageIntegritySha256;
import org.gatehouse.stun.Nonce;
import org.gatehouse.stun.PasswordAlgorithm;
import org.gatehouse.stun.PasswordAlgorithmAttribute;
import org.gatehouse.stun.PasswordAlgorithms;
import org.gatehouse.stun.Realm;
import org.gatehouse.stun.StunMessage;
import org.gatehouse.stun.Userhash;
import org.gatehouse.stun.Username;
import org.gatehouse.turn.Answer.Denied;
import org.gatehouse.turn.Answer.Granted;
import org.gatehouse.turn.Outcome.ErrorResponse;
import org.gatehouse.turn.Step.NeedsCredentials;

/**
 * The long-term credential mechanism of a server (RFC 8489 §9.2.4). Keys are asked for at most once
 * per user and {@link Limits#credential}.
 *
 * <p>One check comes before its turn: a nonce that this server never gave to this client is stale
 * at once, so that nobody causes a question who has not shown that our answers reach him.
 */
public final class LongTermCredential {
  private static final PasswordAlgorithms OFFERED =
      new PasswordAlgorithms(List.of(PasswordAlgorithm.SHA_256, PasswordAlgorithm.MD5));

  private final Realm realm;
  private final Nonces nonces;
  private final CredentialCache cache;

  /** What happens to a request once it is authenticated. */
  @FunctionalInterface
  interface Next {
    Step process(AuthenticatedRequest request, Instant now);
  }

  /** What a request says about how it was signed. */
  private record Proof(
      String username, IntegrityAlgorithm integrity, PasswordAlgorithm algorithm, boolean stale) {}

  public LongTermCredential(String realm, Limits limits, SecureRandom random) {
    this.realm = new Realm(realm);
    this.nonces = new Nonces(random, limits.nonce());
    this.cache = new CredentialCache(limits.credential(), limits.allocations());
  }

  /** Takes a request to {@code next}, perhaps by way of a question, or answers it with an error. */
  Step check(Arrival arrival, Instant now, Next next) {
    StunMessage message = arrival.message();
    boolean sha256 = message.has(MessageIntegritySha256.class);
    if (!sha256 && !message.has(MessageIntegrity.class)) {
      return challenge(arrival, ErrorCodes.UNAUTHENTICATED, now);
    }
    Optional<Username> username = message.first(Username.class);
    Optional<Nonce> nonce = message.first(Nonce.class);
    if ((username.isEmpty() && !message.has(Userhash.class))
        || !message.has(Realm.class)
        || nonce.isEmpty()) {
      return Responses.unsigned(message, ErrorCodes.BAD_REQUEST);
    }
    Nonces.State state = nonces.state(nonce.get(), arrival.fiveTuple().client(), now);
    if (state == Nonces.State.FOREIGN) {
      return challenge(arrival, ErrorCodes.STALE_NONCE, now);
    }
    Optional<PasswordAlgorithm> algorithm = passwordAlgorithm(message);
    if (algorithm.isEmpty()) {
      return Responses.unsigned(message, ErrorCodes.BAD_REQUEST);
    }
    if (username.isEmpty() || !message.first(Realm.class).equals(Optional.of(realm))) {
      return challenge(arrival, ErrorCodes.UNAUTHENTICATED, now);
    }
    IntegrityAlgorithm integrity =
        sha256 ? IntegrityAlgorithm.HMAC_SHA256 : IntegrityAlgorithm.HMAC_SHA1;
    boolean stale = state == Nonces.State.STALE;
    Proof proof = new Proof(username.get().text(), integrity, algorithm.get(), stale);
    return find(arrival, proof, now, next);
  }

  private Step find(Arrival arrival, Proof proof, Instant now, Next next) {
    LongTermKeys known = cache.find(proof.username(), now);
    if (known != null) {
      return verify(arrival, proof, new Verification(known, now), next);
    }
    return new NeedsCredentials(
        proof.username(),
        (answer, later) -> {
          if (answer instanceof Granted<LongTermKeys> granted) {
            cache.put(proof.username(), granted.grant(), later);
            return verify(arrival, proof, new Verification(granted.grant(), later), next);
          }
          ErrorCode error = ((Denied<LongTermKeys>) answer).error();
          return error.code() == ErrorCodes.UNAUTHENTICATED.code()
              ? challenge(arrival, error, later)
              : Responses.unsigned(arrival.message(), error);
        });
  }

  private record Verification(LongTermKeys keys, Instant now) {}

  private Step verify(Arrival arrival, Proof proof, Verification verification, Next next) {
    byte[] key = verification.keys().key(proof.algorithm());
    if (!arrival.message().verify(proof.integrity(), key)) {
      return challenge(arrival, ErrorCodes.UNAUTHENTICATED, verification.now());
    }
    if (proof.stale()) {
      return challenge(arrival, ErrorCodes.STALE_NONCE, verification.now());
    }
    return next.process(
        new AuthenticatedRequest(arrival, proof.username(), proof.integrity(), key),
        verification.now());
  }

  /** MD5 where the client knows no other; empty where it was bid down or chose none of ours. */
  private static Optional<PasswordAlgorithm> passwordAlgorithm(StunMessage message) {
    Optional<PasswordAlgorithms> repeated = message.first(PasswordAlgorithms.class);
    Optional<PasswordAlgorithm> chosen =
        message.first(PasswordAlgorithmAttribute.class).map(PasswordAlgorithmAttribute::algorithm);
    if (repeated.isEmpty() && chosen.isEmpty()) {
      return Optional.of(PasswordAlgorithm.MD5);
    }
    return chosen.filter(
        algorithm ->
            repeated.equals(Optional.of(OFFERED)) && OFFERED.algorithms().contains(algorithm));
  }

  private Step challenge(Arrival arrival, ErrorCode error, Instant now) {
    StunMessage response =
        Responses.built(
            Responses.error(arrival.message(), error)
                .add(realm)
                .add(nonces.give(arrival.fiveTuple().client(), now))
                .add(OFFERED),
            arrival.message());
    return new Step.Done(new ErrorResponse(response, error));
  }
}
