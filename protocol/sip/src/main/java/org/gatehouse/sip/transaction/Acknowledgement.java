package org.gatehouse.sip.transaction;

import java.nio.charset.StandardCharsets;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;

/** The ACK that an INVITE client transaction sends for 300 to 699 (RFC 3261 §17.1.1.3). */
final class Acknowledgement {
  private Acknowledgement() {}

  static SipMessage of(SipMessage invite, SipMessage response) {
    StringBuilder ack = new StringBuilder(512);
    ack.append("ACK ").append(invite.requestUri()).append(" SIP/2.0\r\n");
    line(ack, HeaderName.VIA, invite);
    for (String route : invite.values(HeaderName.ROUTE)) {
      ack.append("Route: ").append(route).append("\r\n");
    }
    ack.append("Max-Forwards: 70\r\n");
    line(ack, HeaderName.FROM, invite);
    line(ack, HeaderName.TO, response);
    line(ack, HeaderName.CALL_ID, invite);
    ack.append("CSeq: ").append(invite.cseqNumber()).append(" ACK\r\n");
    ack.append("Content-Length: 0\r\n\r\n");
    try {
      return SipMessage.parse(ack.toString().getBytes(StandardCharsets.UTF_8));
    } catch (SipFormatException e) {
      throw new IllegalStateException("an ACK of well-formed parts is well formed", e);
    }
  }

  private static void line(StringBuilder ack, HeaderName name, SipMessage source) {
    ack.append(name).append(": ").append(source.first(name).orElse("")).append("\r\n");
  }
}
