package org.gatehouse.sip.proxy;

import java.util.concurrent.atomic.LongAdder;

/** What a proxy core did since its start. Readable from any thread. */
public final class ProxyCounters {
  private final LongAdder requests = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder forwarded = new LongAdder();
  private final LongAdder forgedRoutes = new LongAdder();
  private final LongAdder strays = new LongAdder();

  void request() {
    requests.increment();
  }

  void rejectedRequest() {
    rejected.increment();
  }

  void forwardedRequest() {
    forwarded.increment();
  }

  void forgedRoute() {
    forgedRoutes.increment();
  }

  void stray() {
    strays.increment();
  }

  /** Requests that began a transaction, and ACKs to 2xx. */
  public long requests() {
    return requests.sum();
  }

  /** Requests that validation, a forged route or the policy answered. */
  public long rejected() {
    return rejected.sum();
  }

  /** Copies sent to targets. */
  public long forwarded() {
    return forwarded.sum();
  }

  /** Requests whose Route named us with a seal that is not ours. */
  public long forgedRoutes() {
    return forgedRoutes.sum();
  }

  /** Responses that matched no transaction, which were dropped (RFC 6026 §7.3). */
  public long strays() {
    return strays.sum();
  }
}
