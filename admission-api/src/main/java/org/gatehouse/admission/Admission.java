package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

/**
 * The answer of the authority to one question.
 *
 * @param <G> what is granted when the answer is yes
 */
public sealed interface Admission<G> {

  /**
   * Yes.
   *
   * @param grant what the asker may do, and within which limits
   * @param rule the rule that decided, for records and for people who ask why
   */
  record Admitted<G>(G grant, String rule) implements Admission<G> {
    public Admitted {
      requireNonNull(grant, "grant");
      requireNonNull(rule, "rule");
    }
  }

  /**
   * No, and asking again will not help until the directory changes.
   *
   * @param reason why, from a closed set that each protocol maps to its own codes
   * @param rule the rule that decided
   */
  record Refused<G>(Reason reason, String rule) implements Admission<G> {
    public Refused {
      requireNonNull(reason, "reason");
      requireNonNull(rule, "rule");
    }
  }

  /**
   * The authority cannot answer now: the directory is down, or no bean is deployed.
   *
   * @param cause what is missing, for the log of the operator; never sent to the network
   */
  record Unavailable<G>(String cause) implements Admission<G> {
    public Unavailable {
      requireNonNull(cause, "cause");
    }
  }

  /** Answers yes. */
  static <G> Admission<G> admitted(G grant, String rule) {
    return new Admitted<>(grant, rule);
  }

  /** Answers no. */
  static <G> Admission<G> refused(Reason reason, String rule) {
    return new Refused<>(reason, rule);
  }

  /** Answers that there is no answer now. */
  static <G> Admission<G> unavailable(String cause) {
    return new Unavailable<>(cause);
  }
}
