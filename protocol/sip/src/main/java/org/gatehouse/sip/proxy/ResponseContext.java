package org.gatehouse.sip.proxy;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.transaction.Flow;
import org.gatehouse.sip.transaction.ServerTransaction;
import org.gatehouse.sip.transaction.TimerValues;

/** The branches of one request and what they answered (RFC 3261 §16.7). */
final class ResponseContext {
  private final ProxyCore core;
  private final ServerTransaction server;
  private final List<Branch> branches = new ArrayList<>(1);
  private final List<SipMessage> finals = new ArrayList<>(1);
  private int expected;
  private boolean cancelled;
  private boolean closed;

  ResponseContext(ProxyCore core, ServerTransaction server) {
    this.core = core;
    this.server = server;
  }

  SipMessage request() {
    return server.request();
  }

  Flow source() {
    return server.flow();
  }

  /** Whether a final response was passed on. */
  boolean closed() {
    return closed;
  }

  /** How many branches there will be. */
  void expect(int number) {
    expected = number;
  }

  /** Answers without a branch. */
  void answer(SipMessage response) {
    close();
    server.respond(response);
  }

  /** Sends a copy as a branch. */
  void forward(SipMessage copy, Flow out) {
    if (closed) {
      return;
    }
    Branch branch = new Branch(this, core.transactions(), core.timers());
    branches.add(branch);
    branch.send(copy, out, TimerValues.DEFAULT.timerC());
    if (cancelled) {
      branch.cancel();
    }
  }

  /** A target has no next hop that can be reached (§16.9). */
  void unreachable() {
    local(503, "Service Unavailable");
  }

  /** A target would bring the request back here (§16.3 step 4). */
  void looped() {
    local(482, "Loop Detected");
  }

  /** A branch ended without a response (§16.8). */
  void timedOut() {
    local(408, "Request Timeout");
  }

  private void local(int status, String reason) {
    collect(server.response(status, reason));
  }

  /** The client gave up (§16.10). */
  void cancel() {
    cancelled = true;
    if (branches.isEmpty() && !closed) {
      answer(server.response(487, "Request Terminated"));
    }
    branches.forEach(Branch::cancel);
  }

  /** A response of a branch, its topmost Via still ours. */
  void response(SipMessage response) {
    // step 3
    SipMessage upstream = response.edit().removeFirst(HeaderName.VIA).build();
    int status = response.statusCode();
    // step 5
    if (status < 200) {
      if (status > 100 && !closed) {
        server.respond(upstream);
      }
    } else if (status < 300) {
      boolean first = !closed;
      close();
      server.respond(upstream);
      // step 10
      if (first) {
        branches.forEach(Branch::cancel);
      }
    } else {
      if (status >= 600) {
        branches.forEach(Branch::cancel);
      }
      collect(upstream);
    }
  }

  /** Steps 4 and 6 to 9. */
  private void collect(SipMessage upstream) {
    finals.add(upstream);
    if (!closed && finals.size() >= expected) {
      SipMessage best = BestResponse.of(finals, core.tag(), request());
      close();
      // RFC 4320 §4.2
      if (best.statusCode() != 408 || request().method().equals("INVITE")) {
        server.respond(best);
      }
    }
  }

  private void close() {
    closed = true;
    core.closed(server);
  }
}
