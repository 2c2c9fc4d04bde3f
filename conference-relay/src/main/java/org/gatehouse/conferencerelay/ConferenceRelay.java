package org.gatehouse.conferencerelay;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.gatehouse.admission.ConferenceAdmission;
import org.gatehouse.connector.Authority;
import org.gatehouse.connector.ConnectorStatistics;
import org.gatehouse.connector.Counter;
import org.gatehouse.connector.DoorState;
import org.gatehouse.connector.Doors;
import org.gatehouse.connector.LoopWorks;
import org.gatehouse.connector.Opening;
import org.gatehouse.connector.WrongValueException;
import org.gatehouse.transport.EventLoop;
import org.gatehouse.transport.stream.Channels;
import org.gatehouse.transport.stream.ListenOptions;
import org.gatehouse.transport.stream.StreamListener;
import org.gatehouse.transport.stream.StreamLoops;
import org.gatehouse.transport.stream.TlsContexts;

/** The Web Conferencing Edge between its start and its stop: two doors and what stands behind. */
final class ConferenceRelay {
  static final String EXTERNAL = "ConferenceExternalTls";
  static final String INTERNAL = "ConferenceInternalTls";

  private static final Duration STOP_DEADLINE = Duration.ofSeconds(5);
  private static final int MOST_CONNECTIONS = 50_000;

  private final WorkManager works;
  private final Keys keys;
  private final Authority<ConferenceAdmission> authority;
  private final ConferenceCounters counters = new ConferenceCounters();
  private final LoopWorks loopWorks;
  private final StreamLoops loops;
  private final EventLoop owner;
  private final MeetingServers servers;
  private final Doors doors;
  private final List<TlsDoor> tlsDoors = new ArrayList<>();

  private ConferenceRelay(
      WorkManager works, Keys keys, Authority<ConferenceAdmission> authority, int threads) {
    this.works = works;
    this.keys = keys;
    this.authority = authority;
    this.loopWorks = new LoopWorks(works, "conference loop");
    this.loops = StreamLoops.open(threads, loopWorks);
    loopWorks.endBy(loops::beginClose);
    this.owner = loops.loop();
    this.servers = new MeetingServers(owner, counters);
    this.doors = new Doors(owner, owner::schedule);
  }

  /**
   * Starts the loops and begins to open the doors.
   *
   * @throws RejectedExecutionException when the work manager gives no threads
   */
  static ConferenceRelay start(
      ConferenceProperties properties,
      WorkManager works,
      Keys keys,
      Authority<ConferenceAdmission> authority) {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    ConferenceRelay relay = new ConferenceRelay(works, keys, authority, threads);
    relay.plan(properties);
    relay.doors.start(answer -> authority.ask(ConferenceAdmission::ready, relay.owner, answer));
    ConferenceLog.LOG.started();
    return relay;
  }

  /** What is shown when there is no relay at all. */
  static ConnectorStatistics without(String why) {
    return ConnectorStatistics.ofClosed(why, List.of(EXTERNAL, INTERNAL));
  }

  /** Reads the configuration of one door. */
  private interface Plan {
    Opening read() throws WrongValueException;
  }

  private void plan(ConferenceProperties properties) {
    door(EXTERNAL, properties, () -> external(properties.external()));
    door(INTERNAL, properties, () -> internal(properties.internal(), properties.clients()));
  }

  private void door(String name, ConferenceProperties properties, Plan plan) {
    try {
      if (properties.enabled()) {
        doors.plan(name, plan.read());
      } else {
        doors.off(name);
      }
    } catch (WrongValueException e) {
      doors.wrong(name, e);
    }
  }

  private Opening external(ConferenceProperties.Door door) {
    return tlsDoor(
        new TlsDoor(
            this::work,
            () -> context(door, new ConferenceProperties.Clients(ClientAuth.NONE, "")),
            tls ->
                listen(
                    door,
                    tls,
                    counters.participantsOpening,
                    () -> new ExternalConnection(door, counters, authority, servers))));
  }

  private Opening internal(ConferenceProperties.Door door, ConferenceProperties.Clients clients) {
    return tlsDoor(
        new TlsDoor(
            this::work,
            () -> context(door, clients),
            tls ->
                listen(
                    door,
                    tls,
                    counters.meetingServersOpening,
                    () -> new InternalConnection(door, counters, authority, servers))));
  }

  private TlsDoor tlsDoor(TlsDoor door) {
    tlsDoors.add(door);
    return door;
  }

  private SslContext context(ConferenceProperties.Door door, ConferenceProperties.Clients clients)
      throws SSLException {
    return TlsContexts.server(
        keys.keyManager().apply(door.keyManager()),
        clients.authentication(),
        clients.trustManager().isEmpty()
            ? null
            : keys.trustManager().apply(clients.trustManager()));
  }

  private CompletionStage<StreamListener> listen(
      ConferenceProperties.Door door,
      SslContext tls,
      Places places,
      Supplier<ChannelHandler> connection) {
    return loops.listen(
        door.bind(),
        ListenOptions.atMost(MOST_CONNECTIONS),
        channel -> accept(channel, tls, places, connection));
  }

  private void accept(
      Channel channel, SslContext tls, Places places, Supplier<ChannelHandler> connection) {
    if (places.take()) {
      channel.pipeline().addLast(TlsContexts.accepting(tls, channel), connection.get());
    } else {
      counters.refused.increment();
      Channels.close(channel);
    }
  }

  private void work(Runnable task) {
    try {
      works.scheduleWork(new Lookup(task));
    } catch (WorkException e) {
      throw new RejectedExecutionException("the work manager takes no work: " + e, e);
    }
  }

  private record Lookup(Runnable task) implements Work {
    @Override
    public void run() {
      task.run();
    }

    @Override
    public void release() {}
  }

  DoorState door(String name) {
    return doors.states().getOrDefault(name, new DoorState.Off());
  }

  ConnectorStatistics statistics() {
    List<Counter> all = new ArrayList<>(counters.counters(authority));
    all.add(
        new Counter(
            "ConnectionsBeyondLimit",
            "connections closed at once because a door held " + MOST_CONNECTIONS,
            () -> tlsDoors.stream().mapToLong(TlsDoor::refused).sum()));
    return new ConnectorStatistics(doors, all);
  }

  /** Closes the doors, the connections and the loops. */
  void stop() {
    try {
      owner.execute(doors::close);
    } catch (RejectedExecutionException e) {
      ConferenceLog.LOG.debug("the loops have ended before their doors", e);
    }
    loopWorks.stop(STOP_DEADLINE);
    ConferenceLog.LOG.stopped();
  }
}
