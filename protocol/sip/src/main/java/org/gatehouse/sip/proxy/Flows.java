package org.gatehouse.sip.proxy;

import java.util.Optional;
import java.util.function.Consumer;
import org.gatehouse.sip.grammar.SipUri;
import org.gatehouse.sip.transaction.Flow;
import org.gatehouse.sip.transaction.Listener;

/** The element's listeners and the ways from them to its peers. */
public interface Flows {

  /** Whether the URI names a listener of this element, by address and port. */
  boolean own(SipUri uri);

  /** What has to be kept of a flow to find it again: at most 64 octets. */
  byte[] describe(Flow flow);

  /** The name of the listener that a description belongs to. */
  String listenerOf(byte[] description);

  /** The flow of a description, unless its connection is gone. */
  Optional<Flow> find(byte[] description);

  /**
   * A flow to the next hop that a URI names (RFC 3261 §18.1.1).
   *
   * @param transport to use where the URI names none
   * @param then called on the loop; empty when the host has no address or the transport is not ours
   */
  void toward(SipUri hop, Listener from, String transport, Consumer<Optional<Flow>> then);
}
