package org.gatehouse.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.grammar.Grammar;

/** A call that was answered (RFC 3261 §12). */
public final class Dialog {
  private final UserAgent agent;
  private final SipMessage invite;
  private final String local;
  private final String remote;
  private final String remoteTarget;
  private final List<String> routes;
  private final byte[] remoteBody;
  private long cseq;

  private Dialog(
      UserAgent agent,
      SipMessage invite,
      String local,
      String remote,
      SipMessage ofThePeer,
      List<String> routes)
      throws IOException {
    this.agent = agent;
    this.invite = invite;
    this.local = local;
    this.remote = remote;
    this.remoteTarget = contact(ofThePeer);
    this.remoteBody = ofThePeer.body();
    this.routes = List.copyOf(routes);
    this.cseq = invite.cseqNumber();
  }

  /** §12.1.2: the route set is the Record-Route reversed. */
  static Dialog ofCaller(UserAgent agent, SipMessage invite, SipMessage ok) throws IOException {
    List<String> routes = new ArrayList<>(ok.values(HeaderName.RECORD_ROUTE));
    Collections.reverse(routes);
    return new Dialog(
        agent, invite, value(ok, HeaderName.FROM), value(ok, HeaderName.TO), ok, routes);
  }

  /** §12.1.1. */
  static Dialog ofCallee(UserAgent agent, SipMessage invite, String tag) throws IOException {
    String local = value(invite, HeaderName.TO) + ";tag=" + tag;
    List<String> routes = invite.values(HeaderName.RECORD_ROUTE);
    return new Dialog(agent, invite, local, value(invite, HeaderName.FROM), invite, routes);
  }

  /** The session description that the other side sent. */
  public SessionDescription remoteDescription() throws IOException {
    return SessionDescription.parse(remoteBody);
  }

  /** How many proxies stay in the path. */
  public int routes() {
    return routes.size();
  }

  /** Hangs up (§15.1.1); the response is still to be awaited. */
  public Exchange bye() throws IOException {
    cseq++;
    return agent.exchange(request("BYE", cseq));
  }

  /** Awaits BYE and answers 200 (§15.1.2). */
  public void awaitBye() throws IOException {
    SipMessage bye = agent.awaitRequest("BYE", request -> request.callId().equals(invite.callId()));
    agent.respond(bye, SipMessage.response(bye, 200, "OK", null));
  }

  void acknowledge() throws IOException {
    agent.send(request("ACK", invite.cseqNumber()));
  }

  /** §12.2.1.1. */
  private SipMessage request(String method, long number) {
    RequestText text =
        new RequestText(method, remoteTarget)
            .header(HeaderName.VIA, agent.via())
            .header(HeaderName.MAX_FORWARDS, "70")
            .header(HeaderName.FROM, local)
            .header(HeaderName.TO, remote)
            .header(HeaderName.CALL_ID, invite.callId())
            .header(HeaderName.CSEQ, number + " " + method);
    routes.forEach(route -> text.header(HeaderName.ROUTE, route));
    return text.build();
  }

  private static String contact(SipMessage message) throws IOException {
    try {
      return Grammar.nameAddr("Contact", value(message, HeaderName.CONTACT)).text();
    } catch (SipFormatException e) {
      throw new IOException("no Contact in " + message, e);
    }
  }

  private static String value(SipMessage message, HeaderName name) {
    return message.first(name).orElse("");
  }
}
