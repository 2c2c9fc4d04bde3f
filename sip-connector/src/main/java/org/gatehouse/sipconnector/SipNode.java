package org.gatehouse.sipconnector;

import jakarta.resource.spi.work.WorkManager;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.SipAdmission;
import org.gatehouse.connector.Authority;
import org.gatehouse.connector.ConnectorStatistics;
import org.gatehouse.connector.Doors;
import org.gatehouse.connector.LoopWorks;
import org.gatehouse.connector.Settings;
import org.gatehouse.connector.WrongValueException;
import org.gatehouse.sip.digest.Nonce;
import org.gatehouse.sip.proxy.RouteTokens;
import org.gatehouse.sip.transaction.Listener;
import org.gatehouse.transport.UdpLoop;
import org.gatehouse.transport.stream.StreamLoops;
import org.jspecify.annotations.Nullable;

/** Access Edge and Director on one loop, from start to stop. */
final class SipNode implements Questions {
  private static final List<String> EDGE_DOORS =
      List.of("SipExternalUdp", "SipExternalTcp", "SipInternalUdp", "SipInternalTcp");
  private static final List<String> DIRECTOR_DOORS = List.of("DirectorUdp", "DirectorTcp");
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final Duration NONCE_LIFETIME = Duration.ofMinutes(5);
  private static final Duration SWEEP = Duration.ofSeconds(60);

  private final SipProperties properties;
  private final Authority<SipAdmission> authority;
  private final SipTraffic traffic = new SipTraffic();
  private final LoopWorks works;
  private final UdpLoop loop;
  private final StreamLoops streams;
  private final Resolution resolution;
  private final Doors doors;
  private final List<Leg> legs = new ArrayList<>();
  private @Nullable SipElement edge;
  private @Nullable SipElement inside;
  private @Nullable Director director;

  private SipNode(
      SipProperties properties, WorkManager manager, Authority<SipAdmission> authority) {
    this.properties = properties;
    this.authority = authority;
    this.works = new LoopWorks(manager, "SIP loop");
    this.loop = UdpLoop.open("SIP", Clock.systemUTC());
    this.works.execute(loop);
    this.streams = StreamLoops.open(1, works);
    this.works.endBy(
        () -> {
          streams.beginClose();
          loop.stop();
        });
    this.resolution = Resolution.on(manager, loop);
    this.doors = new Doors(loop, (delay, task) -> loop.schedule(delay, task));
  }

  /**
   * Starts the loops and opens the doors as soon as the authority is ready.
   *
   * @param key 32 octets behind routes and nonces
   * @throws RejectedExecutionException when the container has no thread for a loop
   */
  static SipNode start(
      SipProperties properties, WorkManager works, Authority<SipAdmission> authority, byte[] key) {
    SipNode node = new SipNode(properties, works, authority);
    node.planEdge(new RouteTokens(KeyFile.derived(key, "edge routes")));
    node.planDirector(
        new RouteTokens(KeyFile.derived(key, "director routes")),
        new Nonce(KeyFile.derived(key, "nonces"), NONCE_LIFETIME));
    node.doors.start(answer -> authority.ask(SipAdmission::ready, node.loop, answer));
    node.loop.execute(node::sweep);
    return node;
  }

  /** What is shown when there is no node at all. */
  static ConnectorStatistics without(String why) {
    List<String> all = new ArrayList<>(EDGE_DOORS);
    all.addAll(DIRECTOR_DOORS);
    return ConnectorStatistics.ofClosed(why, all);
  }

  private void planEdge(RouteTokens tokens) {
    List<String> names = EDGE_DOORS;
    try {
      if (!Settings.flag("accessEdgeEnabled", properties.get("accessEdgeEnabled"))) {
        names.forEach(doors::off);
        return;
      }
      Leg external = leg("external", "externalBind");
      Leg internal = leg("internal", "internalBind");
      AccessEdge routing =
          new AccessEdge(
              external.listener(),
              internal.listener(),
              SipSettings.edge(properties.get("director")),
              this,
              traffic);
      SipElement element = new SipElement(List.of(external, internal), routing, tokens, resolution);
      edge = element;
      plan(names.get(0), names.get(1), external, element);
      plan(names.get(2), names.get(3), internal, element);
    } catch (WrongValueException e) {
      names.forEach(name -> doors.wrong(name, e));
    }
  }

  private void planDirector(RouteTokens tokens, Nonce nonces) {
    List<String> names = DIRECTOR_DOORS;
    try {
      if (!Settings.flag("directorEnabled", properties.get("directorEnabled"))) {
        names.forEach(doors::off);
        return;
      }
      Leg leg = leg("director", "directorBind");
      SipSettings.Inside settings =
          SipSettings.inside(
              properties.get("realm"),
              properties.get("authenticate"),
              properties.get("homeServer"));
      Authentication authentication =
          new Authentication(settings.realm(), nonces, this, traffic, loop.clock());
      Director routing =
          new Director(leg.listener(), settings, this, authentication, traffic, loop.clock());
      SipElement element = new SipElement(List.of(leg), routing, tokens, resolution);
      director = routing;
      inside = element;
      plan(names.get(0), names.get(1), leg, element);
    } catch (WrongValueException e) {
      names.forEach(name -> doors.wrong(name, e));
    }
  }

  private Leg leg(String name, String property) throws WrongValueException {
    InetSocketAddress address = SipSettings.bind(property, properties.get(property));
    Leg leg = new Leg(new Listener(name, address), loop, streams, traffic);
    legs.add(leg);
    return leg;
  }

  private void plan(String udp, String tcp, Leg leg, SipElement element) {
    doors.plan(udp, () -> leg.openUdp(element.inbound()));
    doors.plan(tcp, () -> leg.openTcp(element.inbound()));
  }

  private void sweep() {
    if (director != null) {
      director.sweep();
    }
    loop.schedule(SWEEP, this::sweep);
  }

  @Override
  public <G> void ask(
      Function<SipAdmission, Admission<G>> question, Consumer<Admission<G>> answer) {
    authority.ask(question, loop, answer);
  }

  Doors doors() {
    return doors;
  }

  ConnectorStatistics statistics() {
    return new ConnectorStatistics(
        doors, new SipCounters(traffic, authority, legs).of(edge, inside, director));
  }

  /** Closes the doors, then the loops. */
  void stop() {
    try {
      loop.execute(doors::close);
    } catch (RejectedExecutionException e) {
      SipLog.LOG.cannotStart("its loop has ended already", e);
    }
    works.stop(DEADLINE);
  }
}
