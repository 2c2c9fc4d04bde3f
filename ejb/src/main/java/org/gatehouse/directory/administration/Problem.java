package org.gatehouse.directory.administration;

import static java.util.Objects.requireNonNull;

/**
 * Why a request of an operator was not done.
 *
 * @param kind which class of problem
 * @param what what happened, and to which object
 * @param remedy what the operator can do
 */
public record Problem(Kind kind, String what, String remedy) {
  public Problem {
    requireNonNull(kind, "kind");
    requireNonNull(what, "what");
    requireNonNull(remedy, "remedy");
  }

  /** The classes of problem. */
  public enum Kind {
    /** A value is malformed or out of range. */
    INVALID,
    /** The object is not in the directory. */
    UNKNOWN,
    /** The object is there already, or others depend on it. */
    CONFLICT,
    /** The directory cannot be reached. */
    UNAVAILABLE
  }

  /** A value that is not allowed. */
  public static Problem invalid(String what, String allowed) {
    return new Problem(Kind.INVALID, what, allowed);
  }

  /** An object that is not in the directory. */
  public static Problem unknown(String what, String remedy) {
    return new Problem(Kind.UNKNOWN, what, remedy);
  }

  /** An object that stands in the way. */
  public static Problem conflict(String what, String remedy) {
    return new Problem(Kind.CONFLICT, what, remedy);
  }

  /** The sentence that people read: what happened, to which object, what to do. */
  public String text() {
    return what + "; " + remedy;
  }
}
