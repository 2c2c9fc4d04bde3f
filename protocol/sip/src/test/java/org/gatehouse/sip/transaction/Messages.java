package org.gatehouse.sip.transaction;

import java.nio.charset.StandardCharsets;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;

/** Messages for tests. */
public final class Messages {
  private Messages() {}

  public static SipMessage parse(String text) {
    try {
      return SipMessage.parse(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    } catch (SipFormatException e) {
      throw new AssertionError(e);
    }
  }

  /** A request from alice to bob with this branch and more header lines. */
  public static SipMessage request(String method, String branch, String more) {
    return parse(
        """
        %s sip:bob@example.com SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:6000;branch=%s;rport
        From: <sip:alice@example.com>;tag=a1
        To: <sip:bob@example.com>
        Call-ID: call-1
        CSeq: 1 %s
        Max-Forwards: 70
        Contact: <sip:alice@127.0.0.1:6000>
        %sContent-Length: 0

        """
            .formatted(method, branch, method, more));
  }

  /** The ACK for a response other than 2xx. */
  public static SipMessage ack(String branch) {
    return parse(
        """
        ACK sip:bob@example.com SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:6000;branch=%s;rport
        From: <sip:alice@example.com>;tag=a1
        To: <sip:bob@example.com>;tag=b1
        Call-ID: call-1
        CSeq: 1 ACK
        Max-Forwards: 70
        Content-Length: 0

        """
            .formatted(branch));
  }

  /** The response of the callee to a request as it arrived there. */
  public static SipMessage response(SipMessage request, int status) {
    return SipMessage.response(request, status, "Reason", status == 100 ? null : "b1");
  }
}
