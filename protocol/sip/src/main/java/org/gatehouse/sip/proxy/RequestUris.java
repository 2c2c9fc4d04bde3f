package org.gatehouse.sip.proxy;

import java.util.Optional;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.grammar.Grammar;
import org.gatehouse.sip.grammar.SipUri;

/** The Request-URI of copies, whose targets may be of any scheme. */
final class RequestUris {
  private RequestUris() {}

  static Optional<SipUri> sip(SipMessage request) {
    try {
      return Grammar.uri(request.requestUri()) instanceof SipUri sip
          ? Optional.of(sip)
          : Optional.empty();
    } catch (SipFormatException e) {
      return Optional.empty();
    }
  }
}
