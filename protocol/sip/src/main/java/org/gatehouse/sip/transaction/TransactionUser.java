package org.gatehouse.sip.transaction;

import org.gatehouse.sip.SipMessage;

/** Receives what starts at the network (RFC 3261 §17, "TU"). */
public interface TransactionUser {

  /** A new request, neither ACK nor CANCEL. */
  void request(ServerTransaction transaction);

  /** An ACK that belongs to a 2xx, so to no transaction of ours (§13.2.2.4). */
  void ack(SipMessage ack, Flow flow);

  /** The INVITE of this server transaction is cancelled; the CANCEL itself is answered already. */
  void cancelled(ServerTransaction invite);

  /** A response that matches no client transaction (§16.7 step 1 "forwarded statelessly"). */
  void stray(SipMessage response, Flow flow);
}
