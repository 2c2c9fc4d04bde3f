package org.gatehouse.web.proxy;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts, from any thread. */
final class ProxyCounters implements ProxyCountersMXBean {
  final LongAdder requests = new LongAdder();
  final AtomicLong active = new AtomicLong();
  final LongAdder admitted = new LongAdder();
  final LongAdder malformed = new LongAdder();
  final LongAdder notPublished = new LongAdder();
  final LongAdder methodNotAllowed = new LongAdder();
  final LongAdder banned = new LongAdder();
  final LongAdder tooLarge = new LongAdder();
  final LongAdder tooMany = new LongAdder();
  final LongAdder unanswered = new LongAdder();
  final LongAdder insideUnreachable = new LongAdder();
  final LongAdder insideTimedOut = new LongAdder();
  final LongAdder responseBytes = new LongAdder();

  @Override
  public long getRequests() {
    return requests.sum();
  }

  @Override
  public long getActive() {
    return active.get();
  }

  @Override
  public long getAdmitted() {
    return admitted.sum();
  }

  @Override
  public long getMalformed() {
    return malformed.sum();
  }

  @Override
  public long getNotPublished() {
    return notPublished.sum();
  }

  @Override
  public long getMethodNotAllowed() {
    return methodNotAllowed.sum();
  }

  @Override
  public long getBanned() {
    return banned.sum();
  }

  @Override
  public long getTooLarge() {
    return tooLarge.sum();
  }

  @Override
  public long getTooMany() {
    return tooMany.sum();
  }

  @Override
  public long getUnanswered() {
    return unanswered.sum();
  }

  @Override
  public long getInsideUnreachable() {
    return insideUnreachable.sum();
  }

  @Override
  public long getInsideTimedOut() {
    return insideTimedOut.sum();
  }

  @Override
  public long getResponseBytes() {
    return responseBytes.sum();
  }

  @Override
  public String toString() {
    return "requests="
        + requests
        + " active="
        + active
        + " admitted="
        + admitted
        + " malformed="
        + malformed
        + " notPublished="
        + notPublished
        + " methodNotAllowed="
        + methodNotAllowed
        + " banned="
        + banned
        + " tooLarge="
        + tooLarge
        + " tooMany="
        + tooMany
        + " unanswered="
        + unanswered
        + " insideUnreachable="
        + insideUnreachable
        + " insideTimedOut="
        + insideTimedOut
        + " responseBytes="
        + responseBytes;
  }
}
