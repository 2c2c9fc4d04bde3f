package org.gatehouse.sipconnector;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.CredentialsQuestion;
import org.gatehouse.admission.DigestKeys;
import org.gatehouse.admission.Side;
import org.gatehouse.admission.Stranger;
import org.gatehouse.sip.Edit;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.digest.Challenge;
import org.gatehouse.sip.digest.Credentials;
import org.gatehouse.sip.digest.DigestAlgorithm;
import org.gatehouse.sip.digest.DigestVerification;
import org.gatehouse.sip.digest.Nonce;
import org.gatehouse.sip.grammar.SipUri;
import org.gatehouse.sip.grammar.Uri;
import org.gatehouse.sip.proxy.Decision;
import org.gatehouse.sip.proxy.ProxyRequest;

/** Digest authentication of requests (RFC 3261 §22, RFC 8760). */
final class Authentication {
  private final String realm;
  private final Nonce nonces;
  private final Questions questions;
  private final SipTraffic traffic;
  private final Clock clock;

  Authentication(String realm, Nonce nonces, Questions questions, SipTraffic traffic, Clock clock) {
    this.realm = realm;
    this.nonces = nonces;
    this.questions = questions;
    this.traffic = traffic;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Outcome {
    /** Whether the address is that of the authenticated user. */
    default boolean isUser(Uri uri) {
      return this instanceof Proved proved
          && uri instanceof SipUri sip
          && (proved.username().equals(sip.user())
              || proved.username().equalsIgnoreCase(sip.addressOfRecord()));
    }
  }

  /** The sender is this user. */
  record Proved(String username) implements Outcome {}

  /** The request is to be answered: with a challenge, or because nobody can tell. */
  record Failed(Decision decision) implements Outcome {}

  /**
   * Checks the credentials of our realm.
   *
   * @param header Authorization for the registrar, Proxy-Authorization for the proxy
   */
  void check(ProxyRequest request, HeaderName header, Consumer<Outcome> then) {
    Optional<Credentials> ours = credentials(request.message(), header);
    if (ours.isEmpty()) {
      then.accept(challenge(request, header, false));
      return;
    }
    Credentials credentials = ours.get();
    Nonce.Freshness freshness = nonces.check(credentials.nonce(), clock.instant());
    if (freshness != Nonce.Freshness.FRESH) {
      then.accept(challenge(request, header, freshness == Nonce.Freshness.STALE));
      return;
    }
    Stranger stranger =
        new Stranger(Side.INTERNAL, request.source().transport(), request.source().remote());
    CredentialsQuestion question = new CredentialsQuestion(stranger, credentials.username(), realm);
    questions.ask(
        admission -> admission.credentials(question),
        answer -> then.accept(verified(request, header, credentials, answer)));
  }

  private Outcome verified(
      ProxyRequest request,
      HeaderName header,
      Credentials credentials,
      Admission<DigestKeys> answer) {
    if (answer instanceof Admission.Unavailable<DigestKeys>) {
      return new Failed(Answers.refusal(request, answer, traffic));
    }
    if (answer instanceof Admission.Admitted<DigestKeys> admitted
        && matches(credentials, request.method(), admitted.grant())) {
      return new Proved(credentials.username());
    }
    traffic.authenticationFailures.increment();
    SipLog.LOG.wrongCredentials(credentials.username(), request.message().callId());
    return challenge(request, header, false);
  }

  private static boolean matches(Credentials credentials, String method, DigestKeys keys) {
    boolean sha256 =
        DigestAlgorithm.of(credentials.algorithm()).equals(Optional.of(DigestAlgorithm.SHA_256));
    try {
      return DigestVerification.verify(credentials, method, sha256 ? keys.sha256() : keys.md5());
    } finally {
      keys.wipe();
    }
  }

  private Optional<Credentials> credentials(SipMessage message, HeaderName header) {
    return message.values(header).stream()
        .flatMap(value -> parsed(value).stream())
        .filter(credentials -> credentials.realm().equals(realm))
        .findFirst();
  }

  /** Another scheme proves nothing, as if it were not there (RFC 4475 §3.3.7). */
  private static Optional<Credentials> parsed(String value) {
    try {
      return Optional.of(Credentials.parse(value));
    } catch (SipFormatException e) {
      return Optional.empty();
    }
  }

  private Failed challenge(ProxyRequest request, HeaderName header, boolean stale) {
    traffic.challenges.increment();
    boolean registrar = header.equals(HeaderName.AUTHORIZATION);
    SipMessage response =
        SipMessage.response(
            request.message(),
            registrar ? 401 : 407,
            registrar ? "Unauthorized" : "Proxy Authentication Required",
            request.toTag());
    Edit edit = response.edit();
    Challenge challenge = new Challenge(realm, nonces.issue(clock.instant()), stale);
    HeaderName name = registrar ? HeaderName.WWW_AUTHENTICATE : HeaderName.PROXY_AUTHENTICATE;
    challenge.headerValues().forEach(value -> edit.add(name, value));
    return new Failed(new Decision.Answer(edit.build()));
  }
}
