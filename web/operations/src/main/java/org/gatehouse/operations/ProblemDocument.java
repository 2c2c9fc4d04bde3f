package org.gatehouse.operations;

import static java.util.Objects.requireNonNull;

/**
 * What a request that was not done answers, as JSON.
 *
 * @param error what happened, to which object, what to do
 */
public record ProblemDocument(String error) {
  public ProblemDocument {
    requireNonNull(error, "error");
  }
}
