package org.gatehouse.sip.transaction;

import java.time.Duration;
import org.gatehouse.sip.SipMessage;
import org.jspecify.annotations.Nullable;

/** The non-INVITE client transaction (RFC 3261 §17.1.2 figure 6). */
final class NonInviteClientTransaction extends ClientTransaction {
  private enum State {
    TRYING,
    PROCEEDING,
    COMPLETED,
    TERMINATED
  }

  private State state = State.TRYING;
  private Timers.@Nullable Timer timerE;
  private Timers.@Nullable Timer timerF;

  NonInviteClientTransaction(
      TransactionLayer layer, SipMessage request, Flow flow, ResponseUser user) {
    super(layer, request, flow, user);
  }

  @Override
  void start() {
    timerF = layer().schedule(layer().values().sixtyFourT1(), this::timedOut);
    if (!flow().reliable()) {
      retransmit(layer().values().t1());
    }
    send(request());
  }

  private void retransmit(Duration interval) {
    timerE =
        layer()
            .schedule(
                interval,
                () -> {
                  if (state == State.TRYING || state == State.PROCEEDING) {
                    boolean proceeding = state == State.PROCEEDING;
                    retransmit(
                        proceeding ? layer().values().t2() : layer().values().doubled(interval));
                    send(request());
                  }
                });
  }

  @Override
  void received(SipMessage response) {
    if (state != State.TRYING && state != State.PROCEEDING) {
      return;
    }
    if (response.statusCode() < 200) {
      state = State.PROCEEDING;
    } else {
      state = State.COMPLETED;
      cancelTimers();
      // Timer K
      Duration linger = flow().reliable() ? Duration.ZERO : layer().values().t4();
      layer().schedule(linger, this::terminate);
    }
    user().response(response);
  }

  private void timedOut() {
    if (state == State.TRYING || state == State.PROCEEDING) {
      terminate();
      user().timedOut();
    }
  }

  @Override
  void transportFailed() {
    if (state == State.TRYING || state == State.PROCEEDING) {
      terminate();
      user().unreachable();
    }
  }

  @Override
  public void abandon() {
    terminate();
  }

  private void terminate() {
    state = State.TERMINATED;
    cancelTimers();
    layer().ended(this);
  }

  private void cancelTimers() {
    TransactionLayer.cancel(timerE);
    TransactionLayer.cancel(timerF);
  }
}
