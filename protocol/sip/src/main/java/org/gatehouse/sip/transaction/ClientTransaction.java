package org.gatehouse.sip.transaction;

import org.gatehouse.sip.SipMessage;

/** A request of ours and the responses to it (RFC 3261 §17.1). */
public abstract sealed class ClientTransaction
    permits InviteClientTransaction, NonInviteClientTransaction {
  private final TransactionLayer layer;
  private final TransactionKey key;
  private final SipMessage request;
  private final Flow flow;
  private final ResponseUser user;

  ClientTransaction(TransactionLayer layer, SipMessage request, Flow flow, ResponseUser user) {
    this.layer = layer;
    this.key = TransactionKey.ofSent(request);
    this.request = request;
    this.flow = flow;
    this.user = user;
  }

  /** The request as sent. */
  public final SipMessage request() {
    return request;
  }

  /** Where it was sent. */
  public final Flow flow() {
    return flow;
  }

  /** Gives up waiting: nothing is told to the user any more. */
  public abstract void abandon();

  abstract void start();

  abstract void received(SipMessage response);

  abstract void transportFailed();

  final void send(SipMessage message) {
    flow.send(message, this::transportFailed);
  }

  final TransactionKey key() {
    return key;
  }

  final TransactionLayer layer() {
    return layer;
  }

  final ResponseUser user() {
    return user;
  }
}
