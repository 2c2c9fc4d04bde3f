package org.gatehouse.sip;

/** What every message must carry before anything can be done with it (RFC 3261 §8.1.1). */
final class MandatoryHeaders {
  private MandatoryHeaders() {}

  static void require(SipMessage message) throws SipFormatException {
    once(message, HeaderName.FROM, "RFC 3261 §20.20");
    once(message, HeaderName.TO, "RFC 3261 §20.39");
    once(message, HeaderName.CALL_ID, "RFC 3261 §20.8");
    once(message, HeaderName.CSEQ, "RFC 3261 §20.16");
    if (message.cseqNumber() < 0 || !HeaderValues.isToken(message.cseqMethod())) {
      throw new SipFormatException("CSeq", 0, "RFC 3261 §20.16");
    }
    if (message.first(HeaderName.VIA).isEmpty()) {
      throw new SipFormatException("Via", 0, "RFC 3261 §20.42");
    }
    for (String via : message.values(HeaderName.VIA)) {
      Via.parse(via);
    }
  }

  private static void once(SipMessage message, HeaderName name, String section)
      throws SipFormatException {
    if (message.count(name) != 1 || message.first(name).orElse("").isEmpty()) {
      throw new SipFormatException(name.toString(), 0, section);
    }
  }
}
