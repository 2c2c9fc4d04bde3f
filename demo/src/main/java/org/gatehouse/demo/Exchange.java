package org.gatehouse.demo;

import java.io.IOException;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;

/** A request that was sent, and its responses (RFC 3261 §17.1). */
public final class Exchange {
  private final UserAgent agent;
  private final SipMessage request;
  private final String branch;
  private boolean proceeding;

  Exchange(UserAgent agent, SipMessage request) {
    this.agent = agent;
    this.request = request;
    this.branch = request.topVia().branch().orElse("");
  }

  SipMessage request() {
    return request;
  }

  /** Awaits the final response, which must have this status. */
  public SipMessage await(int status) throws IOException {
    SipMessage response = awaitFinal();
    if (response.statusCode() != status) {
      throw unexpected(status, response);
    }
    return response;
  }

  /** Awaits the final response; a refused INVITE is acknowledged (§17.1.1.3). */
  SipMessage awaitFinal() throws IOException {
    SipMessage response = next();
    while (response.statusCode() < 200) {
      response = next();
    }
    if (request.method().equals("INVITE") && response.statusCode() >= 300) {
      agent.send(hopByHop("ACK", response.first(HeaderName.TO).orElse("")));
    }
    return response;
  }

  /** Awaits a provisional response of this status, and no final one before it. */
  void awaitProvisional(int status) throws IOException {
    SipMessage response = next();
    while (response.statusCode() != status) {
      if (response.statusCode() >= 200) {
        throw unexpected(status, response);
      }
      response = next();
    }
  }

  /** Sends CANCEL for this request (§9.1), awaits 200 and leaves the rest to come. */
  void cancel() throws IOException {
    agent.exchange(cancelRequest()).await(200);
  }

  SipMessage cancelRequest() {
    return hopByHop("CANCEL", request.first(HeaderName.TO).orElse(""));
  }

  private SipMessage next() throws IOException {
    boolean resends = !proceeding || !request.method().equals("INVITE");
    SipMessage response =
        agent.take(this::answers, "answer to " + request.method(), resends ? request : null);
    proceeding = true;
    return response;
  }

  private boolean answers(SipMessage message) {
    return !message.isRequest()
        && message.cseqMethod().equals(request.method())
        && message.topVia().branch().orElse("").equals(branch);
  }

  /** ACK or CANCEL with the request's own Via. */
  private SipMessage hopByHop(String method, String to) {
    RequestText text =
        new RequestText(method, request.requestUri())
            .header(HeaderName.VIA, request.first(HeaderName.VIA).orElse(""))
            .header(HeaderName.MAX_FORWARDS, "70")
            .header(HeaderName.FROM, request.first(HeaderName.FROM).orElse(""))
            .header(HeaderName.TO, to)
            .header(HeaderName.CALL_ID, request.callId())
            .header(HeaderName.CSEQ, request.cseqNumber() + " " + method);
    request.values(HeaderName.ROUTE).forEach(route -> text.header(HeaderName.ROUTE, route));
    return text.build();
  }

  private IOException unexpected(int status, SipMessage response) {
    return new IOException(
        agent.account().user()
            + " awaited "
            + status
            + " for "
            + request.method()
            + ", got "
            + UserAgent.said(response));
  }
}
