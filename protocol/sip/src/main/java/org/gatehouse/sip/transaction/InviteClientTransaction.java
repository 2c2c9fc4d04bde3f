package org.gatehouse.sip.transaction;

import java.time.Duration;
import org.gatehouse.sip.SipMessage;
import org.jspecify.annotations.Nullable;

/**
 * The INVITE client transaction (RFC 3261 §17.1.1 figure 5, RFC 6026 §8.4): Calling, Proceeding,
 * then Completed after 300 to 699 or Accepted after a 2xx.
 */
final class InviteClientTransaction extends ClientTransaction {
  private enum State {
    CALLING,
    PROCEEDING,
    COMPLETED,
    ACCEPTED,
    TERMINATED
  }

  private State state = State.CALLING;
  private Timers.@Nullable Timer timerA;
  private Timers.@Nullable Timer timerB;
  private @Nullable SipMessage ack;

  InviteClientTransaction(
      TransactionLayer layer, SipMessage request, Flow flow, ResponseUser user) {
    super(layer, request, flow, user);
  }

  @Override
  void start() {
    timerB = layer().schedule(layer().values().sixtyFourT1(), this::timedOut);
    if (!flow().reliable()) {
      retransmit(layer().values().t1());
    }
    send(request());
  }

  private void retransmit(Duration interval) {
    timerA =
        layer()
            .schedule(
                interval,
                () -> {
                  if (state == State.CALLING) {
                    retransmit(interval.multipliedBy(2));
                    send(request());
                  }
                });
  }

  @Override
  void received(SipMessage response) {
    int status = response.statusCode();
    switch (state) {
      case CALLING, PROCEEDING -> {
        if (status < 200) {
          proceed();
        } else if (status < 300) {
          settle(State.ACCEPTED, layer().values().sixtyFourT1()); // Timer M
        } else {
          Duration timerD = flow().reliable() ? Duration.ZERO : layer().values().timerD();
          settle(State.COMPLETED, timerD);
          acknowledge(response);
        }
        user().response(response);
      }
      case COMPLETED -> {
        if (status >= 300 && ack != null) {
          flow().send(ack, () -> {});
        }
      }
      case ACCEPTED -> {
        if (status / 100 == 2) {
          user().response(response);
        }
      }
      case TERMINATED -> {}
    }
  }

  private void proceed() {
    state = State.PROCEEDING;
    TransactionLayer.cancel(timerA);
    TransactionLayer.cancel(timerB);
  }

  private void settle(State next, Duration linger) {
    proceed();
    state = next;
    layer().schedule(linger, this::terminate);
  }

  private void acknowledge(SipMessage response) {
    ack = Acknowledgement.of(request(), response);
    flow().send(ack, () -> {});
  }

  private void timedOut() {
    if (state == State.CALLING) {
      terminate();
      user().timedOut();
    }
  }

  @Override
  void transportFailed() {
    if (state == State.CALLING || state == State.PROCEEDING) {
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
    TransactionLayer.cancel(timerA);
    TransactionLayer.cancel(timerB);
    layer().ended(this);
  }
}
