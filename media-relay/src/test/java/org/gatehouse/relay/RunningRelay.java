package org.gatehouse.relay;

import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.RelayAdmission;
import org.gatehouse.admission.Side;
import org.gatehouse.transport.UdpLoop;

/** A relay on a real loop and real sockets of the loopback, with a clock that stands still. */
final class RunningRelay implements AutoCloseable {
  final FakeAuthority authority = new FakeAuthority();
  final RelayCounters counters = new RelayCounters();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final UdpLoop loop;
  private final InetSocketAddress external;

  RunningRelay() throws Exception {
    loop = UdpLoop.open("test", new StandingClock());
    RelayConfiguration configuration = RelayConfiguration.of("gatehouse", "127.0.0.1,::1", "0-0");
    Relay relay = new Relay(loop, configuration, counters, new Direct(), new SecureRandom());
    threads.execute(loop);
    loop.execute(relay::start);
    external =
        loop.bind(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                relay.door(Side.EXTERNAL))
            .get(5, TimeUnit.SECONDS)
            .localAddress();
  }

  InetSocketAddress address() {
    return external;
  }

  void advance(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  @Override
  public void close() {
    authority.open.countDown();
    loop.stop();
    threads.shutdown();
    await().atMost(Duration.ofSeconds(10)).until(threads::isTerminated);
  }

  private final class Direct implements Questions {
    @Override
    public <G> void ask(
        Function<? super RelayAdmission, Admission<G>> question, Consumer<Admission<G>> answer) {
      threads.execute(
          () -> {
            Admission<G> admission = question.apply(authority);
            loop.execute(() -> answer.accept(admission));
          });
    }
  }

  private final class StandingClock extends Clock {
    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
