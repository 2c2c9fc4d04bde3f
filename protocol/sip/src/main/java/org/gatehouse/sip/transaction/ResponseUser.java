package org.gatehouse.sip.transaction;

import org.gatehouse.sip.SipMessage;

/** Receives what a client transaction brings. */
public interface ResponseUser {

  /** A provisional or final response; of 2xx to INVITE each one that arrives (RFC 6026 §7.1). */
  void response(SipMessage response);

  /** No final response came in time (Timer B or F). */
  void timedOut();

  /** The transport cannot reach the next hop. */
  void unreachable();
}
