package org.gatehouse.sip.transaction;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.jspecify.annotations.Nullable;

/**
 * All transactions of one element on one loop (RFC 3261 §17). New requests beyond the bound are
 * answered 503 without a transaction.
 */
public final class TransactionLayer {
  private final Timers timers;
  private final TimerValues values;
  private final TransactionUser user;
  private final Supplier<String> tags;
  private final int maximum;
  private final Map<TransactionKey, ServerTransaction> servers = new HashMap<>();
  private final Map<TransactionKey, ClientTransaction> clients = new HashMap<>();

  /**
   * @param tags gives a fresh To tag for responses of our own
   * @param maximum server transactions at one time
   */
  public TransactionLayer(
      Timers timers, TimerValues values, TransactionUser user, Supplier<String> tags, int maximum) {
    this.timers = timers;
    this.values = values;
    this.user = user;
    this.tags = tags;
    this.maximum = maximum;
  }

  /** A whole message arrived. */
  public void received(SipMessage message, Flow flow) {
    if (message.isRequest()) {
      request(ReceivedVia.stamp(message, flow), flow);
    } else {
      response(message, flow);
    }
  }

  /** Sends a request whose topmost Via is ours, with a branch that nothing else has. */
  public ClientTransaction send(SipMessage request, Flow flow, ResponseUser responses) {
    ClientTransaction transaction =
        request.method().equals("INVITE")
            ? new InviteClientTransaction(this, request, flow, responses)
            : new NonInviteClientTransaction(this, request, flow, responses);
    clients.put(TransactionKey.ofSent(request), transaction);
    transaction.start();
    return transaction;
  }

  public int serverTransactions() {
    return servers.size();
  }

  public int clientTransactions() {
    return clients.size();
  }

  private void request(SipMessage request, Flow flow) {
    boolean ack = request.method().equals("ACK");
    ServerTransaction known =
        servers.get(TransactionKey.ofRequest(request, ack ? "INVITE" : request.method()));
    if (known != null && ack) {
      known.ack(request, flow);
    } else if (known != null) {
      known.retransmitted();
    } else if (ack) {
      user.ack(request, flow);
    } else if (servers.size() >= maximum) {
      overloaded(request, flow);
    } else {
      start(request, flow);
    }
  }

  private void overloaded(SipMessage request, Flow flow) {
    SipMessage refusal =
        SipMessage.response(request, 503, "Service Unavailable", tags.get())
            .edit()
            .add(HeaderName.RETRY_AFTER, "5")
            .build();
    ReceivedVia.answering(request, flow).send(refusal, () -> {});
  }

  private void start(SipMessage request, Flow flow) {
    ServerTransaction transaction =
        request.method().equals("INVITE")
            ? new InviteServerTransaction(this, request, flow)
            : new NonInviteServerTransaction(this, request, flow);
    servers.put(transaction.key(), transaction);
    if (request.method().equals("CANCEL")) {
      cancel(transaction, request);
    } else {
      user.request(transaction);
    }
  }

  /** §9.2 and §16.10: 200 and on to the user where the INVITE is known, else 481. */
  private void cancel(ServerTransaction cancel, SipMessage request) {
    ServerTransaction invite = servers.get(TransactionKey.ofRequest(request, "INVITE"));
    if (invite == null) {
      cancel.respond(481, "Call/Transaction Does Not Exist");
    } else {
      cancel.respond(200, "OK");
      user.cancelled(invite);
    }
  }

  private void response(SipMessage response, Flow flow) {
    ClientTransaction transaction = clients.get(TransactionKey.ofResponse(response));
    if (transaction != null) {
      transaction.received(response);
    } else {
      user.stray(response, flow);
    }
  }

  TransactionUser user() {
    return user;
  }

  TimerValues values() {
    return values;
  }

  Timers.Timer schedule(Duration delay, Runnable task) {
    return timers.schedule(delay, task);
  }

  String tag() {
    return tags.get();
  }

  void ended(ServerTransaction transaction) {
    servers.remove(transaction.key(), transaction);
  }

  void ended(ClientTransaction transaction) {
    clients.remove(transaction.key(), transaction);
  }

  static void cancel(Timers.@Nullable Timer timer) {
    if (timer != null) {
      timer.cancel();
    }
  }
}
