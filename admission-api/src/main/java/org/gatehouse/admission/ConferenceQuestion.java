package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

/**
 * A conference connection from outside, with the key that its opening bytes carried.
 *
 * @param stranger who connected
 * @param sessionKey the key as received; a secret, so {@code toString} hides it
 */
public record ConferenceQuestion(Stranger stranger, String sessionKey) {
  public ConferenceQuestion {
    requireNonNull(stranger, "stranger");
    requireNonNull(sessionKey, "sessionKey");
  }

  @Override
  public String toString() {
    return "ConferenceQuestion[stranger=" + stranger + ", sessionKey=hidden]";
  }
}
