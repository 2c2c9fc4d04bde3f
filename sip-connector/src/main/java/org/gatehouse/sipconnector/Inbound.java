package org.gatehouse.sipconnector;

import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.proxy.MalformedRequest;
import org.gatehouse.sip.transaction.Flow;

/** Turns octets into messages for an element; answers or drops what is none. On the loop. */
final class Inbound {
  /** What is shorter is a keep-alive or nothing (RFC 5626 §3.5.1). */
  private static final int SHORTEST = 16;

  private final BiConsumer<SipMessage, Flow> element;
  private final SipTraffic traffic;
  private final Supplier<String> tags;

  Inbound(BiConsumer<SipMessage, Flow> element, SipTraffic traffic, Supplier<String> tags) {
    this.element = element;
    this.traffic = traffic;
    this.tags = tags;
  }

  void datagram(ByteBuffer datagram, Flow flow) {
    if (datagram.remaining() < SHORTEST) {
      return;
    }
    byte[] octets = new byte[datagram.remaining()];
    datagram.get(octets);
    message(octets, flow);
  }

  void message(byte[] octets, Flow flow) {
    traffic.received.increment();
    try {
      element.accept(SipMessage.parse(octets), flow);
    } catch (SipFormatException e) {
      malformed(octets, e, flow);
    }
  }

  /** A stream in which the next message cannot be found any more. */
  void lost(byte[] held, SipFormatException why, StreamFlow flow) {
    traffic.received.increment();
    malformed(held, why, flow);
    flow.close();
  }

  private void malformed(byte[] octets, SipFormatException why, Flow flow) {
    traffic.malformed.increment();
    SipLog.LOG.malformed(flow.remote(), String.valueOf(why.getMessage()));
    MalformedRequest.answer(octets, why, tags.get())
        .ifPresent(answer -> flow.send(answer, () -> {}));
  }
}
