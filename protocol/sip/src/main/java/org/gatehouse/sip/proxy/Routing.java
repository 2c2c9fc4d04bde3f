package org.gatehouse.sip.proxy;

import java.util.function.Consumer;

/** The policy of an element: which targets a request has (RFC 3261 §16.5). */
@FunctionalInterface
public interface Routing {

  /**
   * Decides.
   *
   * @param then takes the decision, on the loop, now or later, once
   */
  void route(ProxyRequest request, Consumer<Decision> then);
}
