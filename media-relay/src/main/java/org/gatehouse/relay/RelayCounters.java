package org.gatehouse.relay;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.gatehouse.connector.Counter;

/** What the media relay counts. Written on the loop, read from any thread. */
final class RelayCounters {
  final LongAdder allocationsActive = new LongAdder();
  final LongAdder allocationsTotal = new LongAdder();
  final LongAdder authenticationFailures = new LongAdder();
  final LongAdder permissionsRefused = new LongAdder();
  final LongAdder datagramsRelayed = new LongAdder();
  final LongAdder bytesRelayed = new LongAdder();
  final LongAdder datagramsDropped = new LongAdder();
  final LongAdder malformedDatagrams = new LongAdder();
  final LongAdder bindingRequests = new LongAdder();

  /** One datagram passed between client and peer. */
  void relayed(int payloadInBytes) {
    datagramsRelayed.increment();
    bytesRelayed.add(payloadInBytes);
  }

  /**
   * As the management model shows them.
   *
   * @param asked questions put to the authority
   * @param unanswered those that it could not answer
   */
  List<Counter> counters(LongSupplier asked, LongSupplier unanswered) {
    return List.of(
        counter("AllocationsActive", "allocations that live now", allocationsActive),
        counter("AllocationsTotal", "allocations since the start", allocationsTotal),
        counter(
            "AuthenticationFailures",
            "requests with a wrong user name or password",
            authenticationFailures),
        counter("PermissionsRefused", "permissions and channels refused", permissionsRefused),
        counter("DatagramsRelayed", "datagrams between clients and peers", datagramsRelayed),
        counter("BytesRelayed", "payload of the relayed datagrams, in bytes", bytesRelayed),
        counter(
            "DatagramsDropped",
            "datagrams without allocation, permission or channel, and repeated requests",
            datagramsDropped),
        counter("MalformedDatagrams", "datagrams that are not STUN", malformedDatagrams),
        counter("BindingRequests", "STUN Binding requests", bindingRequests),
        new Counter("QuestionsAsked", "questions put to the authority", asked),
        new Counter(
            "QuestionsUnanswered", "questions that the authority could not answer", unanswered));
  }

  private static Counter counter(String name, String description, LongAdder value) {
    return new Counter(name, description, value::sum);
  }
}
