package org.gatehouse.authorization;

import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Passage;
import org.gatehouse.admission.Passage.SourceKind;
import org.gatehouse.admission.Proof;
import org.gatehouse.admission.Reason;
import org.gatehouse.admission.Side;
import org.gatehouse.admission.SipQuestion;
import org.gatehouse.directory.snapshot.DirectorySnapshot;

/**
 * Which requests outside a dialog may cross the Access Edge, and which senders the Director has to
 * challenge. From inside: all. From outside: those whose Request-URI is of a domain of ours, so
 * that the edge relays for nobody else.
 */
final class SipPolicy {
  private SipPolicy() {}

  static Admission<Passage> passage(DirectorySnapshot snapshot, SipQuestion question) {
    if (question.stranger().side() == Side.INTERNAL) {
      return Admission.admitted(new Passage(SourceKind.INTERNAL), "from-inside");
    }
    if (!isOurs(snapshot, question.requestUri())) {
      return Admission.refused(Reason.UNKNOWN_DOMAIN, "request-uri-of-another-domain");
    }
    return Admission.admitted(new Passage(SourceKind.REMOTE_USER), "domain-of-ours");
  }

  /** The Director serves our domains, and who says that he is one of ours has to prove it. */
  static Admission<Proof> proof(DirectorySnapshot snapshot, SipQuestion question) {
    if (!isOurs(snapshot, question.requestUri())) {
      return Admission.refused(Reason.UNKNOWN_DOMAIN, "request-uri-of-another-domain");
    }
    return isOurs(snapshot, question.from())
        ? Admission.admitted(new Proof(true), "from-domain-of-ours")
        : Admission.admitted(new Proof(false), "from-elsewhere");
  }

  private static boolean isOurs(DirectorySnapshot snapshot, String uri) {
    return SipUriHost.of(uri).filter(snapshot.domains()::contains).isPresent();
  }
}
