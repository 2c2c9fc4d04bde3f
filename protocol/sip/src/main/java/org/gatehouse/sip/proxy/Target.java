package org.gatehouse.sip.proxy;

import java.util.List;
import org.gatehouse.sip.grammar.SipUri;
import org.gatehouse.sip.transaction.Flow;
import org.gatehouse.sip.transaction.Listener;

/**
 * One place a request goes to (RFC 3261 §16.5).
 *
 * @param requestUri the Request-URI of the copy
 * @param routes Route values to put before those of the request, such as the Path of a registration
 * @param hop how its next hop is found
 */
public record Target(String requestUri, List<String> routes, Hop hop) {
  public Target {
    routes = List.copyOf(routes);
  }

  /** How the next hop is found (§16.6 step 7). */
  public sealed interface Hop {}

  /** Over a flow that is known. */
  public record OverFlow(Flow flow) implements Hop {}

  /**
   * To an address of the element's configuration, whatever the request says.
   *
   * @param uri host, port and perhaps transport
   * @param from the listener to send from
   */
  public record Configured(SipUri uri, Listener from) implements Hop {}

  /**
   * To the first Route, or the Request-URI where there is none.
   *
   * @param from the listener to send from
   */
  public record ByRoute(Listener from) implements Hop {}
}
