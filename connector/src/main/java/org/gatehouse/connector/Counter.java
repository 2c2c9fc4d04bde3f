package org.gatehouse.connector;

import static java.util.Objects.requireNonNull;

import java.util.function.LongSupplier;

/**
 * A live number of a connector.
 *
 * @param name upper camel case, as the management model shows it
 * @param description what is counted, with its unit
 * @param value reads it, from any thread
 */
public record Counter(String name, String description, LongSupplier value) {
  public Counter {
    requireNonNull(name, "name");
    requireNonNull(description, "description");
    requireNonNull(value, "value");
  }
}
