package org.gatehouse.conferencerelay;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.gatehouse.connector.Authority;
import org.gatehouse.connector.Counter;

/** What the Web Conferencing Edge counts. From any thread. */
final class ConferenceCounters {
  /** Outside connections that have not entered yet. */
  static final int MOST_PARTICIPANTS_OPENING = 10_000;

  /** Inside connections whose meeting server has not been admitted yet. */
  static final int MOST_MEETING_SERVERS_OPENING = 1_024;

  final Places participantsOpening = new Places(MOST_PARTICIPANTS_OPENING);
  final Places meetingServersOpening = new Places(MOST_MEETING_SERVERS_OPENING);
  final AtomicInteger active = new AtomicInteger();
  final AtomicInteger paused = new AtomicInteger();
  final AtomicInteger insideWaiting = new AtomicInteger();
  final LongAdder total = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder timedOut = new LongAdder();
  final LongAdder malformed = new LongAdder();
  final LongAdder bytesIn = new LongAdder();
  final LongAdder bytesOut = new LongAdder();

  List<Counter> counters(Authority<?> authority) {
    return List.of(
        new Counter("ConnectionsActive", "participants in conferences", active::get),
        new Counter("ConnectionsTotal", "participants that entered since the start", total::sum),
        new Counter(
            "ConnectionsRefused",
            "connections closed by a limit, an answer of the authority, or for want of an inside"
                + " connection",
            refused::sum),
        new Counter(
            "ConnectionsOpening",
            "outside connections that have not entered yet, at most " + MOST_PARTICIPANTS_OPENING,
            participantsOpening::taken),
        new Counter(
            "ConnectionsPaused",
            "legs that are not read because the other side is slow",
            paused::get),
        new Counter("OpeningsTimedOut", "connections without an opening in time", timedOut::sum),
        new Counter("OpeningsMalformed", "connections with a wrong opening", malformed::sum),
        new Counter(
            "InsideConnectionsWaiting",
            "connections of meeting servers that wait for a participant",
            insideWaiting::get),
        new Counter("BytesIn", "octets from participants to meeting servers", bytesIn::sum),
        new Counter("BytesOut", "octets from meeting servers to participants", bytesOut::sum),
        new Counter("QuestionsAsked", "questions put to the authority", authority::asked),
        new Counter(
            "QuestionsUnanswered",
            "questions that the authority could not answer",
            authority::unanswered));
  }
}
