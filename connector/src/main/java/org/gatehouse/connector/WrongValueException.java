package org.gatehouse.connector;

/** A configuration property that cannot be used: which, what it holds, and what is allowed. */
public final class WrongValueException extends Exception {
  private static final long serialVersionUID = 1L;

  public WrongValueException(String property, String value, String allowed) {
    super(
        "property " + property + " is \"" + value + "\"; allowed: " + allowed, null, false, false);
  }
}
