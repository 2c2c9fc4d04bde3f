package org.gatehouse.sip.transaction;

import org.gatehouse.sip.SipMessage;
import org.jspecify.annotations.Nullable;

/** A request that arrived, and the responses that go back (RFC 3261 §17.2). */
public abstract sealed class ServerTransaction
    permits InviteServerTransaction, NonInviteServerTransaction {
  private final TransactionLayer layer;
  private final TransactionKey key;
  private final SipMessage request;
  private final Flow flow;
  private final Flow answering;
  private @Nullable SipMessage last;

  ServerTransaction(TransactionLayer layer, SipMessage request, Flow flow) {
    this.layer = layer;
    this.request = request;
    this.flow = flow;
    this.answering = ReceivedVia.answering(request, flow);
    this.key = TransactionKey.ofRequest(request, request.method());
  }

  /** The request, its topmost Via stamped as §18.2.1 asks. */
  public final SipMessage request() {
    return request;
  }

  /** Where the request came from. */
  public final Flow flow() {
    return flow;
  }

  /** Sends a response of our own, with a To tag except on 100. */
  public final void respond(int status, String reason) {
    respond(SipMessage.response(request, status, reason, status == 100 ? null : layer.tag()));
  }

  /** A response of our own to which header fields may be added before {@link #respond}. */
  public final SipMessage response(int status, String reason) {
    return SipMessage.response(request, status, reason, status == 100 ? null : layer.tag());
  }

  /** Sends a response; one that the state does not allow is dropped. */
  public abstract void respond(SipMessage response);

  /** Whether a final response was sent. */
  public abstract boolean answered();

  /** The request came again. */
  abstract void retransmitted();

  /** An ACK came with the key of this transaction. */
  abstract void ack(SipMessage ack, Flow from);

  final TransactionKey key() {
    return key;
  }

  final TransactionLayer layer() {
    return layer;
  }

  final void send(SipMessage response) {
    last = response;
    answering.send(response, () -> {});
  }

  final void sendLast() {
    if (last != null) {
      answering.send(last, () -> {});
    }
  }

  final boolean reliable() {
    return flow.reliable();
  }
}
