package org.gatehouse.connector;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Ready;
import org.gatehouse.connector.Opening.OpenDoor;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of one connector. They open once the authority can answer; one that cannot open
 * stays closed with the reason and is tried again, and the others open without it.
 *
 * <p>Everything but {@link #states} runs on the owner.
 */
public final class Doors {
  /** How long a closed door waits for the next attempt. */
  public static final Duration RETRY = Duration.ofSeconds(2);

  /** How long the first attempts wait, while the beans of the same application still start. */
  private static final Duration EARLY_RETRY = Duration.ofMillis(250);

  private static final int EARLY_ATTEMPTS = 40;

  private final Executor owner;
  private final BiConsumer<Duration, Runnable> delay;
  private final Map<String, Opening> openings = new LinkedHashMap<>();
  private final Map<String, OpenDoor> open = new LinkedHashMap<>();
  private final Map<String, DoorState> states = new ConcurrentHashMap<>();
  private final Set<String> opening = new HashSet<>();
  private int attempts;
  private boolean ended;

  /**
   * @param owner runs everything that touches the doors
   * @param delay runs a task on the owner after a while
   */
  public Doors(Executor owner, BiConsumer<Duration, Runnable> delay) {
    this.owner = owner;
    this.delay = delay;
  }

  /** Plans a door. Before {@link #start}. */
  public void plan(String name, Opening opening) {
    openings.put(name, opening);
    states.put(name, new DoorState.Closed("not opened yet"));
  }

  /** A door that the configuration leaves off. */
  public void off(String name) {
    states.put(name, new DoorState.Off());
  }

  /** A door that its own configuration keeps closed, until that is changed. */
  public void wrong(String name, WrongValueException wrong) {
    shut(name, String.valueOf(wrong.getMessage()));
  }

  /** A door whose connector could not begin. */
  void closed(String name, String why) {
    shut(name, why);
  }

  /** What each door is now. From any thread. */
  public Map<String, DoorState> states() {
    return Map.copyOf(states);
  }

  /** The same, as people read it. From any thread. */
  public Map<String, String> report() {
    Map<String, String> report = new TreeMap<>();
    states.forEach((name, state) -> report.put(name, state.toString()));
    return report;
  }

  /** Asks for readiness, opens what is planned and goes on trying. */
  public void start(Readiness readiness) {
    owner.execute(() -> attempt(readiness));
  }

  /** Closes every door. On the owner. */
  public void close() {
    ended = true;
    open.forEach(
        (name, door) -> {
          door.close().run();
          states.put(name, new DoorState.Closed("the connector was stopped"));
        });
    open.clear();
  }

  private void attempt(Readiness readiness) {
    if (ended || open.size() == openings.size()) {
      return;
    }
    readiness.ask(answer -> ready(readiness, answer));
  }

  private void ready(Readiness readiness, Admission<Ready> answer) {
    if (ended) {
      return;
    }
    attempts++;
    String missing = missing(answer);
    openings.forEach(
        (name, how) -> {
          if (!open.containsKey(name) && !opening.contains(name)) {
            if (missing == null) {
              open(name, how);
            } else {
              wait(name, missing);
            }
          }
        });
    boolean early = missing != null && attempts < EARLY_ATTEMPTS;
    delay.accept(early ? EARLY_RETRY : RETRY, () -> attempt(readiness));
  }

  /** Beans that start a little later are no news for the log. */
  private void wait(String name, String missing) {
    if (attempts < EARLY_ATTEMPTS) {
      states.put(name, new DoorState.Closed(missing));
    } else {
      shut(name, missing);
    }
  }

  private static @Nullable String missing(Admission<Ready> answer) {
    if (answer instanceof Admission.Unavailable<Ready> unavailable) {
      return "the authority cannot answer: " + unavailable.cause();
    }
    if (answer instanceof Admission.Refused<Ready> refused) {
      return "the authority refuses: " + refused.rule();
    }
    return null;
  }

  private void open(String name, Opening how) {
    opening.add(name);
    try {
      how.open().whenComplete((door, failure) -> owner.execute(() -> opened(name, door, failure)));
    } catch (UncheckedIOException | IllegalStateException | RejectedExecutionException e) {
      opening.remove(name);
      shut(name, reason(e));
    }
  }

  private void opened(String name, @Nullable OpenDoor door, @Nullable Throwable failure) {
    opening.remove(name);
    if (door == null) {
      shut(name, failure == null ? "no reason given" : reason(failure));
    } else if (ended || open.containsKey(name)) {
      door.close().run();
    } else {
      open.put(name, door);
      states.put(name, new DoorState.Open(door.address()));
      ConnectorLog.LOG.doorOpened(name, door.address());
    }
  }

  private void shut(String name, String why) {
    DoorState closed = new DoorState.Closed(why);
    if (!closed.equals(states.put(name, closed))) {
      ConnectorLog.LOG.doorClosed(name, why);
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof UncheckedIOException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
