package org.gatehouse.sip.proxy;

import java.util.Map;
import java.util.Optional;
import org.gatehouse.sip.Edit;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.grammar.NameAddr;
import org.gatehouse.sip.grammar.SipUri;
import org.gatehouse.sip.transaction.Flow;

/**
 * A request that passed validation and route preprocessing.
 *
 * @param message as it came, without the Route values that were ours
 * @param addresses Request-URI, From and To
 * @param source where it came from
 * @param route what our own Route values said
 * @param toTag for responses of our own
 */
public record ProxyRequest(
    SipMessage message,
    RequestValidation.Valid addresses,
    Flow source,
    RoutePreprocessing.Routed route,
    String toTag) {

  public SipUri requestUri() {
    return addresses.requestUri();
  }

  public NameAddr from() {
    return addresses.from();
  }

  public NameAddr to() {
    return addresses.to();
  }

  public String method() {
    return message.method();
  }

  /** Whether a Route of ours proves that this request belongs to what we let pass before. */
  public boolean vouched() {
    return route.vouched();
  }

  /** The flow that our Route named, on another listener than the one of arrival. */
  public Optional<Flow> flow() {
    return route.flow();
  }

  /** An answer of our own. */
  public Decision answer(int status, String reason) {
    return answer(status, reason, Map.of());
  }

  /** An answer of our own with header fields. */
  public Decision answer(int status, String reason, Map<HeaderName, String> headers) {
    Edit edit = SipMessage.response(message, status, reason, toTag).edit();
    headers.forEach(edit::add);
    return new Decision.Answer(edit.build());
  }
}
