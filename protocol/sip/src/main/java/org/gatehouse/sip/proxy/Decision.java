package org.gatehouse.sip.proxy;

import java.util.List;
import org.gatehouse.sip.SipMessage;

/** What an element does with a request (RFC 3261 §16.5). */
public sealed interface Decision {

  /**
   * Send it on to every target at once.
   *
   * @param message the request, with what the element changed in it
   * @param targets at least one
   */
  record Forward(SipMessage message, List<Target> targets) implements Decision {
    public Forward {
      targets = List.copyOf(targets);
      if (targets.isEmpty()) {
        throw new IllegalArgumentException("nobody to forward to");
      }
    }
  }

  /**
   * Answer it.
   *
   * @param response final, to this request
   */
  record Answer(SipMessage response) implements Decision {}
}
