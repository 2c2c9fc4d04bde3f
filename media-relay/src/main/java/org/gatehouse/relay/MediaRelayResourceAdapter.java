package org.gatehouse.relay;

import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.RelayAdmission;
import org.gatehouse.admission.Side;
import org.gatehouse.connector.Authority;
import org.gatehouse.connector.ConnectorStatistics;
import org.gatehouse.connector.Doors;
import org.gatehouse.connector.InflowResourceAdapter;
import org.gatehouse.connector.LoopWork;
import org.gatehouse.connector.Opening.OpenDoor;
import org.gatehouse.connector.Settings;
import org.gatehouse.connector.WrongValueException;
import org.gatehouse.transport.UdpLoop;
import org.jspecify.annotations.Nullable;

/** The A/V Edge in the life of the container (Jakarta Connectors 2.1 §5). */
@Connector(
    displayName = "Gatehouse media relay",
    vendorName = "Gatehouse",
    eisType = "STUN and TURN",
    version = "0.1",
    transactionSupport = TransactionSupport.TransactionSupportLevel.NoTransaction)
public class MediaRelayResourceAdapter extends InflowResourceAdapter<RelayAdmission> {
  private static final String EXTERNAL = "StunExternalUdp";
  private static final String INTERNAL = "StunInternalUdp";
  private static final Duration STOP_DEADLINE = Duration.ofSeconds(5);

  @ConfigProperty(defaultValue = "true")
  private String enabled = "true";

  @ConfigProperty(defaultValue = "127.0.0.1:3478")
  private String externalBind = "127.0.0.1:3478";

  @ConfigProperty(defaultValue = "127.0.0.1:3479")
  private String internalBind = "127.0.0.1:3479";

  @ConfigProperty(defaultValue = "127.0.0.1")
  private String relayedAddress = "127.0.0.1";

  @ConfigProperty(defaultValue = "50000-59999")
  private String portRange = "50000-59999";

  @ConfigProperty(defaultValue = "gatehouse")
  private String realm = "gatehouse";

  private final RelayCounters counters = new RelayCounters();
  private final Doors doors =
      new Doors(task -> running().loop().execute(task), (d, t) -> running().loop().schedule(d, t));
  private volatile @Nullable Authority<RelayAdmission> authority;
  private volatile @Nullable Running running;

  public MediaRelayResourceAdapter() {
    super(RelayAdmission.class);
  }

  /** What exists between start and stop. */
  private record Running(UdpLoop loop, Relay relay, LoopWork work) {}

  private Running running() {
    Running now = running;
    if (now == null) {
      throw new RejectedExecutionException("the media relay does not run");
    }
    return now;
  }

  private long asked() {
    Authority<RelayAdmission> now = authority;
    return now == null ? 0 : now.asked();
  }

  private long unanswered() {
    Authority<RelayAdmission> now = authority;
    return now == null ? 0 : now.unanswered();
  }

  @Override
  protected ConnectorStatistics begin(WorkManager works, Authority<RelayAdmission> asks) {
    authority = asks;
    try {
      if (Settings.flag("enabled", enabled)) {
        run(works, asks, RelayConfiguration.of(realm, relayedAddress, portRange));
      } else {
        List.of(EXTERNAL, INTERNAL).forEach(doors::off);
      }
    } catch (WrongValueException e) {
      List.of(EXTERNAL, INTERNAL).forEach(door -> doors.wrong(door, e));
    } catch (UncheckedIOException | WorkException e) {
      RelayLog.LOG.noLoop(e);
      return ConnectorStatistics.ofClosed("no event loop: " + e, List.of(EXTERNAL, INTERNAL));
    }
    return new ConnectorStatistics(doors, counters.counters(this::asked, this::unanswered));
  }

  private void run(
      WorkManager works, Authority<RelayAdmission> asks, RelayConfiguration configuration)
      throws WorkException {
    UdpLoop loop = UdpLoop.open("gatehouse-relay", Clock.systemUTC());
    Relay relay =
        new Relay(loop, configuration, counters, questions(asks, loop), new SecureRandom());
    plan(EXTERNAL, "externalBind", externalBind, Side.EXTERNAL);
    plan(INTERNAL, "internalBind", internalBind, Side.INTERNAL);
    RelayLog.LOG.starts(
        configuration.realm(),
        configuration.relayedAddresses().values(),
        configuration.ports().toString());
    LoopWork work = LoopWork.start(works, "gatehouse-relay", loop, loop::stop);
    running = new Running(loop, relay, work);
    loop.execute(relay::start);
    doors.start(answer -> asks.ask(RelayAdmission::ready, loop, answer));
  }

  private void plan(String door, String property, String value, Side side) {
    try {
      var address = Settings.address(property, value);
      doors.plan(
          door,
          () ->
              running()
                  .loop()
                  .bind(address, running().relay().door(side))
                  .thenApply(
                      socket -> new OpenDoor(socket.localAddress().toString(), socket::close)));
    } catch (WrongValueException e) {
      doors.wrong(door, e);
    }
  }

  private static Questions questions(Authority<RelayAdmission> authority, UdpLoop loop) {
    return new Questions() {
      @Override
      public <G> void ask(
          Function<? super RelayAdmission, Admission<G>> question, Consumer<Admission<G>> answer) {
        authority.ask(question, loop, answer);
      }
    };
  }

  @Override
  protected void end() {
    Running now = running;
    if (now == null) {
      return;
    }
    long active = counters.allocationsActive.sum();
    try {
      now.loop()
          .execute(
              () -> {
                doors.close();
                now.relay().end();
              });
    } catch (RejectedExecutionException e) {
      RelayLog.LOG.debug("the loop ended first", e);
    }
    now.work().stop(STOP_DEADLINE);
    RelayLog.LOG.stopped(active);
  }

  public String getEnabled() {
    return enabled;
  }

  public void setEnabled(String enabled) {
    this.enabled = enabled;
  }

  public String getExternalBind() {
    return externalBind;
  }

  public void setExternalBind(String externalBind) {
    this.externalBind = externalBind;
  }

  public String getInternalBind() {
    return internalBind;
  }

  public void setInternalBind(String internalBind) {
    this.internalBind = internalBind;
  }

  public String getRelayedAddress() {
    return relayedAddress;
  }

  public void setRelayedAddress(String relayedAddress) {
    this.relayedAddress = relayedAddress;
  }

  public String getPortRange() {
    return portRange;
  }

  public void setPortRange(String portRange) {
    this.portRange = portRange;
  }

  public String getRealm() {
    return realm;
  }

  public void setRealm(String realm) {
    this.realm = realm;
  }
}
