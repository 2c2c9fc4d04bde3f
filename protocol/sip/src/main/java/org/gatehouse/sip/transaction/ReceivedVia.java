package org.gatehouse.sip.transaction;

import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.HeaderValues;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.Via;

/** The topmost Via on reception (RFC 3261 §18.2.1, RFC 3581 §4) and where its responses go. */
final class ReceivedVia {
  private ReceivedVia() {}

  /** Adds received, and fills rport where the client asked for it. */
  static SipMessage stamp(SipMessage request, Flow flow) {
    String value = request.first(HeaderName.VIA).orElse("");
    Via via = request.topVia();
    String source = flow.remote().getAddress().getHostAddress();
    boolean rport = via.params().containsKey("rport");
    if (!rport && (via.host().equals(source) || via.host().equals("[" + source + "]"))) {
      return request;
    }
    StringBuilder stamped = new StringBuilder(value.length() + 40);
    int semicolon = HeaderValues.indexOf(value, ';', 0);
    stamped.append(semicolon < 0 ? value : value.substring(0, semicolon));
    via.params()
        .forEach(
            (name, parameter) -> {
              if (!name.equals("received") && !name.equals("rport")) {
                stamped.append(';').append(name);
                stamped.append(parameter.isEmpty() ? "" : "=" + parameter);
              }
            });
    stamped.append(";received=").append(source);
    if (rport) {
      stamped.append(";rport=").append(flow.remote().getPort());
    }
    return request.edit().replaceFirst(HeaderName.VIA, stamped.toString()).build();
  }

  /** The flow for responses (§18.2.2): the connection, the source port, or the sent-by port. */
  static Flow answering(SipMessage stamped, Flow flow) {
    if (flow.reliable() || stamped.topVia().params().containsKey("rport")) {
      return flow;
    }
    int port = stamped.topVia().port();
    return flow.toPort(port < 0 ? 5060 : port);
  }
}
