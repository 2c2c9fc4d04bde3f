package org.gatehouse.web.proxy;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The limits of the reverse proxy.
 *
 * @param requestsAtOnce requests in progress; one more is answered 503
 * @param requestBodyLimitInBytes the largest request content; more is answered 413
 * @param connectTimeout the time in which a connection to the inside must be had
 * @param responseTimeout the time for the head of the response, and for each further sign of life
 * @param connectionsPerThread connections to one inside origin, for each I/O thread
 * @param queuePerThread requests that wait for a connection to one inside origin, for each thread
 * @param origins inside origins to which connections are kept
 * @param retryAfter what a 503 tells the client
 * @param lingering how long the rest of a refused request is read before the connection is closed
 */
record ProxySettings(
    int requestsAtOnce,
    long requestBodyLimitInBytes,
    Duration connectTimeout,
    Duration responseTimeout,
    int connectionsPerThread,
    int queuePerThread,
    int origins,
    Duration retryAfter,
    Duration lingering) {

  ProxySettings {
    inRange("requestsAtOnce", requestsAtOnce, 1_000_000);
    inRange("requestBodyLimitInBytes", requestBodyLimitInBytes, 1L << 40);
    inRange("connectTimeout in ms", connectTimeout.toMillis(), 600_000);
    inRange("responseTimeout in ms", responseTimeout.toMillis(), 3_600_000);
    inRange("connectionsPerThread", connectionsPerThread, 10_000);
    inRange("queuePerThread", queuePerThread, 100_000);
    inRange("origins", origins, 10_000);
    inRange("retryAfter in s", retryAfter.toSeconds(), 86_400);
    inRange("lingering in ms", lingering.toMillis(), 60_000);
  }

  /** What holds where nothing is configured. */
  static ProxySettings defaults() {
    return of(name -> null);
  }

  /**
   * Reads the environment.
   *
   * @param environment the value of a variable, or null
   * @throws IllegalArgumentException naming the variable, its value and what is allowed
   */
  static ProxySettings of(Function<String, @Nullable String> environment) {
    Numbers numbers = new Numbers(environment);
    return new ProxySettings(
        (int) numbers.of("GATEHOUSE_HTTP_REQUESTS", 1000, 1_000_000),
        numbers.of("GATEHOUSE_HTTP_REQUEST_BODY_BYTES", 1 << 20, 1L << 40),
        Duration.ofMillis(numbers.of("GATEHOUSE_HTTP_CONNECT_MILLIS", 5_000, 600_000)),
        Duration.ofMillis(numbers.of("GATEHOUSE_HTTP_RESPONSE_MILLIS", 30_000, 3_600_000)),
        (int) numbers.of("GATEHOUSE_HTTP_CONNECTIONS", 20, 10_000),
        (int) numbers.of("GATEHOUSE_HTTP_QUEUE", 100, 100_000),
        64,
        Duration.ofSeconds(5),
        Duration.ofSeconds(5));
  }

  private static void inRange(String what, long value, long most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(what + " is " + value + ", allowed is 1 to " + most);
    }
  }

  private record Numbers(Function<String, @Nullable String> environment) {
    long of(String name, long otherwise, long most) {
      String value = Optional.ofNullable(environment.apply(name)).orElse("").strip();
      if (value.isEmpty()) {
        return otherwise;
      }
      if (!value.matches("[0-9]{1,15}")) {
        throw new IllegalArgumentException(
            name + " is " + value + ", allowed is a number from 1 to " + most);
      }
      long number = Long.parseLong(value);
      inRange(name, number, most);
      return number;
    }
  }
}
