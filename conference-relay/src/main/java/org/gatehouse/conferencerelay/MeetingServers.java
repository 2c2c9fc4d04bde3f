package org.gatehouse.conferencerelay;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.gatehouse.transport.EventLoop;
import org.gatehouse.transport.stream.Channels;
import org.jspecify.annotations.Nullable;

/**
 * The inside connections that wait for a participant, and the participants that wait for one, by
 * meeting server. Owned by one loop; every method but {@code ready} and {@code take} runs there.
 */
final class MeetingServers {
  /** Inside connections that may wait for one meeting server; one more is closed. */
  static final int MOST_WAITING = 64;

  /** How long a participant waits for an inside connection. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final EventLoop owner;
  private final ConferenceCounters counters;
  private final Map<String, Deque<Channel>> waiting = new HashMap<>();
  private final Map<String, Deque<Asking>> asking = new HashMap<>();

  MeetingServers(EventLoop owner, ConferenceCounters counters) {
    this.owner = owner;
    this.counters = counters;
  }

  /** A participant that asks; whoever removes it from the queue answers it. */
  private record Asking(Executor loop, Consumer<@Nullable Channel> taker) {
    void answer(@Nullable Channel connection) {
      loop.execute(() -> taker.accept(connection));
    }
  }

  /** This connection waits for a participant. From any thread. */
  void ready(String server, Channel connection) {
    owner.execute(() -> arrived(server, connection));
    connection.closeFuture().addListener(closed -> ended(server, connection));
  }

  private void ended(String server, Channel connection) {
    try {
      owner.execute(() -> gone(server, connection));
    } catch (RejectedExecutionException e) {
      ConferenceLog.LOG.tracef("%s ended after the loops", connection);
    }
  }

  /**
   * Takes a connection of this meeting server. From any thread.
   *
   * @param taker called once on {@code loop}; null when none came in time
   */
  void take(String server, Executor loop, Consumer<@Nullable Channel> taker) {
    owner.execute(() -> asked(server, new Asking(loop, taker)));
  }

  private void arrived(String server, Channel connection) {
    if (!connection.isActive()) {
      return;
    }
    Asking first = poll(asking, server);
    if (first != null) {
      first.answer(connection);
      return;
    }
    Deque<Channel> queue = waiting.computeIfAbsent(server, name -> new ArrayDeque<>());
    if (queue.size() >= MOST_WAITING) {
      ConferenceLog.LOG.refused(connection, "too many wait for " + server);
      counters.refused.increment();
      Channels.close(connection);
    } else {
      queue.add(connection);
      counters.insideWaiting.incrementAndGet();
    }
  }

  private void gone(String server, Channel connection) {
    if (remove(waiting, server, connection)) {
      counters.insideWaiting.decrementAndGet();
    }
  }

  private void asked(String server, Asking participant) {
    Channel connection;
    while ((connection = poll(waiting, server)) != null) {
      counters.insideWaiting.decrementAndGet();
      if (connection.isActive()) {
        participant.answer(connection);
        return;
      }
    }
    asking.computeIfAbsent(server, name -> new ArrayDeque<>()).add(participant);
    EventLoop.Timeout unused = owner.schedule(PATIENCE, () -> impatient(server, participant));
  }

  private void impatient(String server, Asking participant) {
    if (remove(asking, server, participant)) {
      participant.answer(null);
    }
  }

  private static <T> @Nullable T poll(Map<String, Deque<T>> queues, String server) {
    Deque<T> queue = queues.get(server);
    if (queue == null) {
      return null;
    }
    T first = queue.poll();
    if (queue.isEmpty()) {
      queues.remove(server);
    }
    return first;
  }

  private static <T> boolean remove(Map<String, Deque<T>> queues, String server, T element) {
    Deque<T> queue = queues.get(server);
    boolean removed = queue != null && queue.remove(element);
    if (queue != null && queue.isEmpty()) {
      queues.remove(server);
    }
    return removed;
  }
}
