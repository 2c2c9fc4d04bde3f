package org.gatehouse.sipconnector;

import java.util.concurrent.atomic.LongAdder;

/** What crossed the legs of all elements. Readable from any thread. */
final class SipTraffic {
  final LongAdder received = new LongAdder();
  final LongAdder sent = new LongAdder();
  final LongAdder malformed = new LongAdder();
  final LongAdder registrations = new LongAdder();
  final LongAdder challenges = new LongAdder();
  final LongAdder authenticationFailures = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder unavailable = new LongAdder();
}
