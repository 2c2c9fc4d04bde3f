package org.gatehouse.authorization;

import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Passage;
import org.gatehouse.admission.Passage.SourceKind;
import org.gatehouse.admission.Reason;
import org.gatehouse.admission.Side;
import org.gatehouse.admission.SipQuestion;
import org.gatehouse.directory.snapshot.DirectorySnapshot;

/**
 * Which requests outside a dialog may cross the Access Edge. From inside: all. From outside: those
 * to a domain of ours, by Request-URI and by To, so that the edge relays for nobody else.
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
    if (!isOurs(snapshot, question.to())) {
      return Admission.refused(Reason.UNKNOWN_DOMAIN, "to-of-another-domain");
    }
    return Admission.admitted(new Passage(SourceKind.REMOTE_USER), "to-domain-of-ours");
  }

  private static boolean isOurs(DirectorySnapshot snapshot, String uri) {
    return SipUriHost.of(uri).filter(snapshot.domains()::contains).isPresent();
  }
}
