package org.gatehouse.sip.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.gatehouse.sip.Edit;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.transaction.Flow;
import org.gatehouse.sip.transaction.Listener;

/** Makes the copy that goes to one target (RFC 3261 §16.6), in the order of its steps. */
final class RequestForwarding {
  private static final Set<String> DIALOG_FORMING =
      Set.of("INVITE", "SUBSCRIBE", "NOTIFY", "REFER", "UPDATE");

  private final Flows flows;
  private final RouteTokens tokens;
  private final Supplier<String> branches;

  RequestForwarding(Flows flows, RouteTokens tokens, Supplier<String> branches) {
    this.flows = flows;
    this.tokens = tokens;
    this.branches = branches;
  }

  /** The request for this target with everything but its Via, so that the next hop can be found. */
  SipMessage copy(SipMessage request, Target target) {
    Edit edit = request.edit();
    // step 2
    if (!target.requestUri().equals(request.requestUri())) {
      edit.requestUri(target.requestUri());
    }
    // step 3
    edit.set(HeaderName.MAX_FORWARDS, Integer.toString(request.maxForwards().orElse(71) - 1));
    // step 6, the routes of the target
    for (int i = target.routes().size() - 1; i >= 0; i--) {
      edit.addFirst(HeaderName.ROUTE, target.routes().get(i));
    }
    return strictRoute(edit.build());
  }

  /** Step 6: a next hop that is a strict router finds itself in the Request-URI. */
  private static SipMessage strictRoute(SipMessage copy) {
    return RoutePreprocessing.firstRoute(copy)
        .filter(route -> !route.loose())
        .map(
            route -> {
              String first = copy.first(HeaderName.ROUTE).orElse("");
              String uri = first.replaceFirst("^[^<]*<", "").replaceFirst(">.*$", "");
              return copy.edit()
                  .removeFirst(HeaderName.ROUTE)
                  .add(HeaderName.ROUTE, "<" + copy.requestUri() + ">")
                  .requestUri(uri)
                  .build();
            })
        .orElse(copy);
  }

  /** The copy as it leaves on a flow: Record-Route or Path, and our Via. */
  SipMessage leaving(SipMessage copy, Flow source, Flow out) {
    Edit edit = copy.edit();
    // step 4
    if (DIALOG_FORMING.contains(copy.method())) {
      recordRoute(copy, source, out)
          .forEach(value -> edit.addFirst(HeaderName.RECORD_ROUTE, value));
    }
    // step 5: RFC 3327 §5.2
    if (copy.method().equals("REGISTER") && crosses(source, out)) {
      String token = tokens.forPath(flows.describe(source));
      edit.addFirst(HeaderName.PATH, uri(token, out.listener(), out));
    }
    // step 9
    if (out.reliable() && copy.count(HeaderName.CONTENT_LENGTH) == 0) {
      edit.add(HeaderName.CONTENT_LENGTH, Integer.toString(copy.body().length));
    }
    // step 8
    edit.addFirst(
        HeaderName.VIA,
        "SIP/2.0/" + out.transport() + " " + out.listener().sentBy() + ";branch=" + branch(copy));
    return edit.build();
  }

  /** From the side of arrival to the side of departure, so the last is the topmost. */
  private List<String> recordRoute(SipMessage copy, Flow source, Flow out) {
    String callId = copy.callId();
    String in = uri(tokens.forDialog(callId, flows.describe(source)), source.listener(), source);
    if (!crosses(source, out)) {
      return List.of(in);
    }
    return List.of(in, uri(tokens.forDialog(callId, flows.describe(out)), out.listener(), out));
  }

  private static boolean crosses(Flow source, Flow out) {
    return !source.listener().name().equals(out.listener().name());
  }

  private static String uri(String token, Listener listener, Flow flow) {
    String transport = flow.transport().equals("UDP") ? "" : ";transport=" + lower(flow);
    return "<sip:" + token + "@" + listener.sentBy() + transport + ";lr>";
  }

  private static String lower(Flow flow) {
    return flow.transport().toLowerCase(Locale.ROOT);
  }

  private String branch(SipMessage copy) {
    return LoopDetection.PREFIX + LoopDetection.hash(copy) + "-" + branches.get();
  }
}
