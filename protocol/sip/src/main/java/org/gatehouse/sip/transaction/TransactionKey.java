package org.gatehouse.sip.transaction;

import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.Via;

/**
 * What makes a message part of a transaction (RFC 3261 §17.1.3, §17.2.3).
 *
 * @param id the branch, or for a branch without the magic cookie the fields of §17.2.3
 * @param sentBy of the topmost Via; empty for client transactions
 * @param method INVITE for an ACK
 */
record TransactionKey(String id, String sentBy, String method) {
  private static final String MAGIC_COOKIE = "z9hG4bK";

  /** The server transaction to which a request belongs. */
  static TransactionKey ofRequest(SipMessage request, String method) {
    Via via = request.topVia();
    String branch = via.branch().orElse("");
    String id =
        branch.startsWith(MAGIC_COOKIE) && branch.length() > MAGIC_COOKIE.length()
            ? branch
            : rfc2543(request, via);
    return new TransactionKey(id, via.host() + ":" + via.port(), method);
  }

  /** The client transaction to which a response belongs. */
  static TransactionKey ofResponse(SipMessage response) {
    return new TransactionKey(response.topVia().branch().orElse(""), "", response.cseqMethod());
  }

  /** The client transaction that sends this request. */
  static TransactionKey ofSent(SipMessage request) {
    return new TransactionKey(request.topVia().branch().orElse(""), "", request.method());
  }

  private static String rfc2543(SipMessage request, Via via) {
    String tag = request.method().equals("ACK") ? "" : request.toTag().orElse("");
    return String.join(
        "\n",
        request.requestUri(),
        request.method().equals("ACK") || request.method().equals("INVITE") ? "" : tag,
        request.fromTag().orElse(""),
        request.callId(),
        Long.toString(request.cseqNumber()),
        via.branch().orElse(""),
        request.first(HeaderName.VIA).orElse(""));
  }
}
