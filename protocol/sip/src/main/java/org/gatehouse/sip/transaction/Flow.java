package org.gatehouse.sip.transaction;

import java.net.InetSocketAddress;
import org.gatehouse.sip.SipMessage;

/**
 * A way to one peer: a UDP socket and an address, or a connection (RFC 5626 §2). Equal flows reach
 * the same peer in the same way.
 */
public interface Flow {

  /** The transport as Via spells it: {@code UDP}, {@code TCP}. */
  String transport();

  /** The listener that this flow belongs to; its address is the sent-by of our Via. */
  Listener listener();

  /** The peer's transport address. */
  InetSocketAddress remote();

  /** Whether the transport retransmits for us (RFC 3261 §17). */
  boolean reliable();

  /**
   * The same peer at another port, for responses to a Via without rport over UDP (§18.2.2); a
   * connection is itself.
   */
  Flow toPort(int port);

  /**
   * Sends a message.
   *
   * @param failed called on the loop, never during the call, when the transport reports that the
   *     message cannot be sent
   */
  void send(SipMessage message, Runnable failed);
}
