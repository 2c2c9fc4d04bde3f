package org.gatehouse.sipconnector;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.gatehouse.sip.grammar.SipUri;
import org.gatehouse.sip.proxy.Flows;
import org.gatehouse.sip.proxy.Identifiers;
import org.gatehouse.sip.proxy.ProxyCore;
import org.gatehouse.sip.proxy.RouteTokens;
import org.gatehouse.sip.proxy.Routing;
import org.gatehouse.sip.transaction.Flow;
import org.gatehouse.sip.transaction.Listener;
import org.gatehouse.sip.transaction.Timers;
import org.gatehouse.transport.EventLoop;
import org.gatehouse.transport.UdpLoop;

/** A proxy with its legs. Owned by the loop. */
final class SipElement implements Flows {
  private static final int DEFAULT_PORT = 5060;

  private final List<Leg> legs;
  private final Resolution resolution;
  private final ProxyCore core;
  private final Inbound inbound;

  SipElement(List<Leg> legs, Routing routing, RouteTokens tokens, Resolution resolution) {
    this.legs = List.copyOf(legs);
    this.resolution = resolution;
    Identifiers identifiers = new Identifiers(new SecureRandom());
    this.core = new ProxyCore(this, routing, tokens, identifiers, timers(legs.get(0).loop()));
    this.inbound = new Inbound(core::received, legs.get(0).traffic(), identifiers::tag);
  }

  private static Timers timers(UdpLoop loop) {
    return (delay, task) -> {
      EventLoop.Timeout timeout = loop.schedule(delay, task);
      return timeout::cancel;
    };
  }

  ProxyCore core() {
    return core;
  }

  Inbound inbound() {
    return inbound;
  }

  @Override
  public boolean own(SipUri uri) {
    int port = uri.port() < 0 ? DEFAULT_PORT : uri.port();
    String sentBy = uri.host() + ":" + port;
    return legs.stream().anyMatch(leg -> leg.listener().sentBy().equals(sentBy));
  }

  /** Octets: leg, transport, connection (8), address length, address, port (2). */
  @Override
  public byte[] describe(Flow flow) {
    byte[] address = flow.remote().getAddress().getAddress();
    return ByteBuffer.allocate(13 + address.length)
        .put((byte) index(flow.listener()))
        .put((byte) flow.transport().charAt(0))
        .putLong(flow instanceof StreamFlow stream ? stream.id() : 0)
        .put((byte) address.length)
        .put(address)
        .putShort((short) flow.remote().getPort())
        .array();
  }

  @Override
  public String listenerOf(byte[] description) {
    return leg(description).listener().name();
  }

  @Override
  public Optional<Flow> find(byte[] description) {
    Leg leg = leg(description);
    ByteBuffer buffer = ByteBuffer.wrap(description, 1, description.length - 1);
    char transport = (char) buffer.get();
    long id = buffer.getLong();
    byte[] address = new byte[buffer.get()];
    buffer.get(address);
    int port = Short.toUnsignedInt(buffer.getShort());
    if (transport == 'T') {
      return leg.connection(id);
    }
    try {
      InetSocketAddress remote = new InetSocketAddress(InetAddress.getByAddress(address), port);
      return leg.flow("UDP", remote, inbound);
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  @Override
  public void toward(SipUri hop, Listener from, String transport, Consumer<Optional<Flow>> then) {
    Leg leg = legs.get(index(from));
    String named = hop.parameters().getOrDefault("transport", transport).toUpperCase(Locale.ROOT);
    int port = hop.port() < 0 ? DEFAULT_PORT : hop.port();
    if (!hop.scheme().equals("sip")) {
      then.accept(Optional.empty());
      return;
    }
    resolution.address(
        hop.host(),
        address ->
            then.accept(
                address.flatMap(
                    found -> leg.flow(named, new InetSocketAddress(found, port), inbound))));
  }

  private Leg leg(byte[] description) {
    return legs.get(Math.floorMod(description[0], legs.size()));
  }

  private int index(Listener listener) {
    for (int i = 0; i < legs.size(); i++) {
      if (legs.get(i).listener().equals(listener)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no leg " + listener);
  }
}
