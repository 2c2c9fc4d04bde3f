package org.gatehouse.conferencerelay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.transport.EventLoop;
import org.gatehouse.transport.stream.Channels;
import org.junit.jupiter.api.Test;

class MeetingServersTest {
  private final List<Runnable> later = new ArrayList<>();
  private final List<Duration> delays = new ArrayList<>();
  private final ConferenceCounters counters = new ConferenceCounters();
  private final MeetingServers servers = new MeetingServers(new Immediate(), counters);
  private final List<Channel> taken = new ArrayList<>();

  private final class Immediate implements EventLoop {
    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public Timeout schedule(Duration delay, Runnable task) {
      delays.add(delay);
      later.add(task);
      return () -> later.remove(task);
    }

    @Override
    public boolean inLoop() {
      return true;
    }

    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }
  }

  private Channel ready(String server) {
    EmbeddedChannel channel = new EmbeddedChannel();
    servers.ready(server, channel);
    return channel;
  }

  private void take(String server) {
    servers.take(server, Runnable::run, taken::add);
  }

  @Test
  void aParticipantGetsTheConnectionThatWaitedLongest() {
    Channel first = ready("one");
    Channel second = ready("one");
    ready("two");
    take("one");
    take("one");

    assertThat(taken).containsExactly(first, second);
    assertThat(counters.insideWaiting).hasValue(1);
  }

  @Test
  void aParticipantThatCameFirstGetsTheNextConnectionOnce() {
    take("one");
    ready("two");
    assertThat(taken).isEmpty();

    Channel connection = ready("one");
    assertThat(taken).containsExactly(connection);

    later.forEach(Runnable::run);
    assertThat(taken).hasSize(1);
    assertThat(counters.insideWaiting).hasValue(1);
  }

  @Test
  void aParticipantWaitsFiveSeconds() {
    take("one");
    assertThat(delays).containsExactly(Duration.ofSeconds(5));
    later.forEach(Runnable::run);

    assertThat(taken).hasSize(1).containsOnlyNulls();

    ready("one");
    assertThat(taken).hasSize(1);
    assertThat(counters.insideWaiting).hasValue(1);
  }

  @Test
  void aConnectionThatEndedIsGivenToNobody() {
    Channel ended = ready("one");
    Channels.close(ended);
    assertThat(counters.insideWaiting).hasValue(0);
    take("one");

    assertThat(taken).isEmpty();
  }

  @Test
  void moreThanSixtyFourConnectionsOfOneServerDoNotWait() {
    for (int i = 0; i < MeetingServers.MOST_WAITING; i++) {
      assertThat(ready("one").isOpen()).isTrue();
    }
    assertThat(ready("one").isOpen()).isFalse();
    assertThat(ready("two").isOpen()).isTrue();
    assertThat(counters.insideWaiting).hasValue(65);
    assertThat(counters.refused.sum()).isEqualTo(1);
  }
}
