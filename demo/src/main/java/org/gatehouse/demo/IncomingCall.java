package org.gatehouse.demo;

import java.io.IOException;
import org.gatehouse.sip.Edit;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;

/** A call that came in (RFC 3261 §13.3). */
public final class IncomingCall {
  private final UserAgent agent;
  private final SipMessage invite;
  private final String tag = Randoms.token(10);

  IncomingCall(UserAgent agent, SipMessage invite) {
    this.agent = agent;
    this.invite = invite;
  }

  /** What the caller offers. */
  public SessionDescription offer() throws IOException {
    return SessionDescription.parse(invite.body());
  }

  /** Answers 180. */
  public void ring() throws IOException {
    agent.respond(invite, response(180, "Ringing").build());
  }

  /** Answers 200; the ACK is still to be awaited. */
  public void answer(SessionDescription answer) throws IOException {
    Edit ok =
        response(200, "OK")
            .add(HeaderName.CONTENT_TYPE, SessionDescription.CONTENT_TYPE)
            .body(answer.octets());
    agent.respond(invite, ok.build());
  }

  /** Awaits the ACK to the answer. */
  public Dialog awaitAcknowledgement() throws IOException {
    SipMessage ack = agent.awaitRequest("ACK", this::ofThisCall);
    if (!ack.toTag().orElse("").equals(tag)) {
      throw new IOException(agent.account().user() + " got an ACK of another dialog");
    }
    return Dialog.ofCallee(agent, invite, tag);
  }

  /** Awaits CANCEL, answers it 200 and the call 487, and awaits the ACK (§9.2). */
  public void awaitCancel() throws IOException {
    SipMessage cancel = agent.awaitRequest("CANCEL", this::ofThisCall);
    agent.respond(cancel, SipMessage.response(cancel, 200, "OK", tag));
    agent.respond(invite, SipMessage.response(invite, 487, "Request Terminated", tag));
    agent.awaitRequest("ACK", this::ofThisCall);
  }

  private boolean ofThisCall(SipMessage request) {
    return request.callId().equals(invite.callId()) && request.cseqNumber() == invite.cseqNumber();
  }

  /** A response that makes a dialog (§12.1.1). */
  private Edit response(int status, String reason) {
    Edit response = SipMessage.response(invite, status, reason, tag).edit();
    invite
        .values(HeaderName.RECORD_ROUTE)
        .forEach(route -> response.add(HeaderName.RECORD_ROUTE, route));
    return response.add(HeaderName.CONTACT, agent.contact());
  }
}
