package org.gatehouse.demo;

import java.io.IOException;
import org.gatehouse.sip.SipMessage;

/** A call that was placed and is not answered yet (RFC 3261 §13.2). */
public final class OutgoingCall {
  private final UserAgent agent;
  private final Exchange invite;

  OutgoingCall(UserAgent agent, Exchange invite) {
    this.agent = agent;
    this.invite = invite;
  }

  /** Awaits 180. */
  public void awaitRinging() throws IOException {
    invite.awaitProvisional(180);
  }

  /** Awaits 200 and acknowledges it along the route set (§13.2.2.4). */
  public Dialog awaitAnswer() throws IOException {
    SipMessage ok = invite.await(200);
    Dialog dialog = Dialog.ofCaller(agent, invite.request(), ok);
    dialog.acknowledge();
    return dialog;
  }

  /** Gives up (§9.1). */
  public void cancel() throws IOException {
    invite.cancel();
  }

  /** Awaits 487 after {@link #cancel}. */
  public void awaitTerminated() throws IOException {
    invite.await(487);
  }
}
