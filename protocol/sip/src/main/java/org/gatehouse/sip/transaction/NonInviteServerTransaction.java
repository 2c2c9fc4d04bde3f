package org.gatehouse.sip.transaction;

import java.time.Duration;
import org.gatehouse.sip.SipMessage;

/** The non-INVITE server transaction (RFC 3261 §17.2.2 figure 8). */
final class NonInviteServerTransaction extends ServerTransaction {
  private enum State {
    TRYING,
    PROCEEDING,
    COMPLETED
  }

  private State state = State.TRYING;

  NonInviteServerTransaction(TransactionLayer layer, SipMessage request, Flow flow) {
    super(layer, request, flow);
    // A request that is never answered leaves no transaction behind (RFC 4320 §4.1).
    layer.schedule(
        layer.values().sixtyFourT1().multipliedBy(2),
        () -> {
          if (state != State.COMPLETED) {
            layer.ended(this);
          }
        });
  }

  @Override
  public boolean answered() {
    return state == State.COMPLETED;
  }

  @Override
  public void respond(SipMessage response) {
    if (state == State.COMPLETED) {
      return;
    }
    send(response);
    if (response.statusCode() < 200) {
      state = State.PROCEEDING;
    } else {
      state = State.COMPLETED;
      // Timer J
      Duration linger = reliable() ? Duration.ZERO : layer().values().sixtyFourT1();
      layer().schedule(linger, () -> layer().ended(this));
    }
  }

  @Override
  void retransmitted() {
    sendLast();
  }

  @Override
  void ack(SipMessage ack, Flow from) {}
}
