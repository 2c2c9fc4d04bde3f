package org.gatehouse.sip.transaction;

import java.time.Duration;

/**
 * The timers of RFC 3261 §17, table 4; those that are not listed follow from these.
 *
 * @param t1 the estimate of a round trip
 * @param t2 the longest interval between retransmissions
 * @param t4 how long a message may linger in the network
 * @param timerC how long a proxied INVITE may stay without a final response (§16.6 step 11)
 */
public record TimerValues(Duration t1, Duration t2, Duration t4, Duration timerC) {
  /** The values of the RFC. */
  public static final TimerValues DEFAULT =
      new TimerValues(
          Duration.ofMillis(500),
          Duration.ofSeconds(4),
          Duration.ofSeconds(5),
          Duration.ofSeconds(181));

  /** Timers B, F, H, J, L and M. */
  Duration sixtyFourT1() {
    return t1.multipliedBy(64);
  }

  /** Timer D: at least 32 seconds over UDP. */
  Duration timerD() {
    return Duration.ofSeconds(32);
  }

  /** The next interval of a retransmission that doubles up to T2. */
  Duration doubled(Duration interval) {
    Duration twice = interval.multipliedBy(2);
    return twice.compareTo(t2) > 0 ? t2 : twice;
  }
}
