package org.gatehouse.sip.transaction;

import java.time.Duration;
import org.gatehouse.sip.SipMessage;
import org.jspecify.annotations.Nullable;

/**
 * The INVITE server transaction (RFC 3261 §17.2.1 figure 7, RFC 6026 §7.1 and §8.7): Proceeding,
 * then Completed and Confirmed after 300 to 699, or Accepted after a 2xx.
 */
final class InviteServerTransaction extends ServerTransaction {
  private enum State {
    PROCEEDING,
    COMPLETED,
    CONFIRMED,
    ACCEPTED,
    TERMINATED
  }

  private State state = State.PROCEEDING;
  private Timers.@Nullable Timer timerG;
  private Timers.@Nullable Timer end;

  InviteServerTransaction(TransactionLayer layer, SipMessage request, Flow flow) {
    super(layer, request, flow);
  }

  @Override
  public boolean answered() {
    return state != State.PROCEEDING;
  }

  @Override
  public void respond(SipMessage response) {
    int status = response.statusCode();
    if (state == State.ACCEPTED && status / 100 == 2) {
      send(response);
    } else if (state == State.PROCEEDING) {
      send(response);
      if (status >= 300) {
        complete();
      } else if (status >= 200) {
        state = State.ACCEPTED;
        // Timer L
        end = layer().schedule(layer().values().sixtyFourT1(), this::terminate);
      }
    }
  }

  private void complete() {
    state = State.COMPLETED;
    // Timer H
    end = layer().schedule(layer().values().sixtyFourT1(), this::terminate);
    if (!reliable()) {
      retransmit(layer().values().t1());
    }
  }

  private void retransmit(Duration interval) {
    timerG =
        layer()
            .schedule(
                interval,
                () -> {
                  if (state == State.COMPLETED) {
                    sendLast();
                    retransmit(layer().values().doubled(interval));
                  }
                });
  }

  @Override
  void retransmitted() {
    if (state == State.PROCEEDING || state == State.COMPLETED) {
      sendLast();
    }
  }

  @Override
  void ack(SipMessage ack, Flow from) {
    if (state == State.ACCEPTED) {
      layer().user().ack(ack, from);
    } else if (state == State.COMPLETED) {
      state = State.CONFIRMED;
      TransactionLayer.cancel(timerG);
      TransactionLayer.cancel(end);
      // Timer I
      Duration linger = reliable() ? Duration.ZERO : layer().values().t4();
      end = layer().schedule(linger, this::terminate);
    }
  }

  private void terminate() {
    state = State.TERMINATED;
    TransactionLayer.cancel(timerG);
    layer().ended(this);
  }
}
