package org.gatehouse.sip.proxy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.transaction.ClientTransaction;
import org.gatehouse.sip.transaction.Flow;
import org.gatehouse.sip.transaction.ResponseUser;
import org.gatehouse.sip.transaction.Timers;
import org.gatehouse.sip.transaction.TransactionLayer;
import org.jspecify.annotations.Nullable;

/** One copy of a request on its way, with Timer C and its CANCEL (RFC 3261 §16.6 to §16.10). */
final class Branch implements ResponseUser {
  private final ResponseContext context;
  private final TransactionLayer transactions;
  private final Timers timers;
  private Duration limit = Duration.ZERO;
  private @Nullable ClientTransaction transaction;
  private Timers.@Nullable Timer timerC;
  private boolean provisional;
  private boolean cancelWanted;
  private boolean cancelSent;
  private boolean done;

  Branch(ResponseContext context, TransactionLayer transactions, Timers timers) {
    this.context = context;
    this.transactions = transactions;
    this.timers = timers;
  }

  void send(SipMessage copy, Flow out, Duration limit) {
    this.limit = limit;
    transaction = transactions.send(copy, out, this);
    startTimerC();
  }

  /** Cancels an INVITE that has no final response, once it has a provisional one (§9.1). */
  void cancel() {
    cancelWanted = true;
    if (provisional && !done && !cancelSent && transaction != null && isInvite(transaction)) {
      cancelSent = true;
      transactions.send(cancelOf(transaction.request()), transaction.flow(), new Ignored());
    }
  }

  @Override
  public void response(SipMessage response) {
    if (response.statusCode() < 200) {
      provisional = true;
      // §16.7 step 2
      if (response.statusCode() > 100) {
        startTimerC();
      }
      if (cancelWanted) {
        cancel();
      }
    } else {
      end();
    }
    context.response(response);
  }

  @Override
  public void timedOut() {
    end();
    context.timedOut();
  }

  @Override
  public void unreachable() {
    end();
    context.unreachable();
  }

  private void end() {
    done = true;
    if (timerC != null) {
      timerC.cancel();
    }
  }

  private void startTimerC() {
    if (timerC != null) {
      timerC.cancel();
    }
    if (transaction != null && isInvite(transaction) && !done) {
      timerC = timers.schedule(limit, this::timerC);
    }
  }

  /** §16.8. */
  private void timerC() {
    if (done) {
      return;
    }
    if (provisional && !cancelSent) {
      cancel();
      startTimerC();
    } else if (transaction != null) {
      transaction.abandon();
      timedOut();
    }
  }

  private static boolean isInvite(ClientTransaction transaction) {
    return transaction.request().method().equals("INVITE");
  }

  /** §9.1: everything that tells where the INVITE went is the same. */
  private static SipMessage cancelOf(SipMessage invite) {
    StringBuilder cancel = new StringBuilder(512);
    cancel.append("CANCEL ").append(invite.requestUri()).append(" SIP/2.0\r\n");
    line(cancel, invite, HeaderName.VIA);
    invite
        .values(HeaderName.ROUTE)
        .forEach(route -> cancel.append("Route: ").append(route).append("\r\n"));
    cancel.append("Max-Forwards: 70\r\n");
    line(cancel, invite, HeaderName.FROM);
    line(cancel, invite, HeaderName.TO);
    line(cancel, invite, HeaderName.CALL_ID);
    cancel.append("CSeq: ").append(invite.cseqNumber()).append(" CANCEL\r\n");
    cancel.append("Content-Length: 0\r\n\r\n");
    try {
      return SipMessage.parse(cancel.toString().getBytes(StandardCharsets.UTF_8));
    } catch (SipFormatException e) {
      throw new IllegalStateException("a CANCEL of well-formed parts is well formed", e);
    }
  }

  private static void line(StringBuilder cancel, SipMessage invite, HeaderName name) {
    cancel.append(name).append(": ").append(invite.first(name).orElse("")).append("\r\n");
  }

  /** The answer to a CANCEL says nothing that the INVITE's does not. */
  private static final class Ignored implements ResponseUser {
    @Override
    public void response(SipMessage response) {}

    @Override
    public void timedOut() {}

    @Override
    public void unreachable() {}
  }
}
