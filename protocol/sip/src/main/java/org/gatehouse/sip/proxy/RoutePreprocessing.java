package org.gatehouse.sip.proxy;

import java.util.Optional;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.grammar.Grammar;
import org.gatehouse.sip.grammar.SipUri;
import org.gatehouse.sip.transaction.Flow;

/** Takes our own values off the Route (RFC 3261 §16.4) and reads what we sealed into them. */
public final class RoutePreprocessing {
  /** More Route values of ours in a row than any path of ours makes. */
  private static final int MOST = 4;

  private final Flows flows;
  private final RouteTokens tokens;

  public RoutePreprocessing(Flows flows, RouteTokens tokens) {
    this.flows = flows;
    this.tokens = tokens;
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /**
   * The request without our Route values.
   *
   * @param vouched whether one of them was sealed by us for this call, or for a registration
   * @param flow the sealed flow that belongs to another listener than that of arrival
   */
  public record Routed(SipMessage message, boolean vouched, Optional<Flow> flow)
      implements Outcome {}

  /** A Route names us and carries a seal that is not ours. */
  public record Forged() implements Outcome {}

  /** A Route of ours names a connection that is gone (RFC 5626 §5.3). */
  public record FlowFailed() implements Outcome {}

  /** Reads and removes our values from the top of the Route. */
  public Outcome process(SipMessage request, Flow source) {
    SipMessage rest = request;
    boolean vouched = false;
    Optional<Flow> flow = Optional.empty();
    for (int i = 0; i < MOST; i++) {
      Optional<SipUri> own = firstRoute(rest).filter(flows::own);
      if (own.isEmpty()) {
        break;
      }
      rest = rest.edit().removeFirst(HeaderName.ROUTE).build();
      if (own.get().user().isEmpty()) {
        continue;
      }
      Optional<byte[]> opened = tokens.open(own.get().user(), request.callId());
      if (opened.isEmpty()) {
        return new Forged();
      }
      vouched = true;
      if (!flows.listenerOf(opened.get()).equals(source.listener().name())) {
        flow = flows.find(opened.get());
        if (flow.isEmpty()) {
          return new FlowFailed();
        }
      }
    }
    return new Routed(rest, vouched, flow);
  }

  /** The URI of the first Route; empty too where that is none of SIP. */
  static Optional<SipUri> firstRoute(SipMessage request) {
    Optional<String> value = request.first(HeaderName.ROUTE);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Grammar.nameAddr("Route", value.get()).uri() instanceof SipUri sip
          ? Optional.of(sip)
          : Optional.empty();
    } catch (SipFormatException e) {
      return Optional.empty();
    }
  }
}
