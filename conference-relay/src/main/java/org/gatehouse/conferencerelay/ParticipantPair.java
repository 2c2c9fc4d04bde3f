package org.gatehouse.conferencerelay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.gatehouse.admission.ConferenceGrant;
import org.gatehouse.conference.ConnectLine;
import org.gatehouse.transport.stream.Channels;

/** A participant and the inside connection that is now its own. */
final class ParticipantPair {
  private final ConferenceGrant grant;
  private final Channel outside;
  private final Channel inside;
  private final ConferenceCounters counters;
  private final RelayLeg outsideLeg;
  private final RelayLeg insideLeg;

  ParticipantPair(
      ConferenceGrant grant, Channel outside, Channel inside, ConferenceCounters counters) {
    this.grant = grant;
    this.outside = outside;
    this.inside = inside;
    this.counters = counters;
    this.outsideLeg = new RelayLeg(inside, counters.bytesIn, counters.paused);
    this.insideLeg = new RelayLeg(outside, counters.bytesOut, counters.paused);
  }

  /**
   * Joins the two, on the outside connection's loop. Whatever the outside leg writes from here on
   * follows {@code CONNECT} and the early octets: in a queue of the inside loop, or behind them on
   * the same loop.
   *
   * @param opening the handler that the outside leg replaces
   * @param early octets that followed the opening, given away
   */
  void enter(ChannelHandler opening, Duration idle, Deque<ByteBuf> early) {
    relay(outside.pipeline(), opening, outsideLeg, idle);
    counters.total.increment();
    counters.active.incrementAndGet();
    outside.closeFuture().addListener(closed -> left());
    ConferenceLog.LOG.entered(outside, grant.conference(), grant.meetingServer(), grant.user());
    if (inside.eventLoop().inEventLoop()) {
      connect(idle, early);
    } else {
      inside.eventLoop().execute(() -> connect(idle, early));
    }
  }

  private void connect(Duration idle, Deque<ByteBuf> early) {
    InternalConnection waiting = inside.pipeline().get(InternalConnection.class);
    if (waiting == null || !inside.isActive()) {
      early.forEach(ByteBuf::release);
      Channels.close(outside);
      return;
    }
    relay(inside.pipeline(), waiting, insideLeg, idle);
    ConnectLine line = new ConnectLine(grant.conference(), grant.user());
    Channels.write(inside, Unpooled.wrappedBuffer(line.encode()));
    for (ByteBuf octets : early) {
      outsideLeg.count(octets.readableBytes());
      Channels.write(inside, octets);
    }
    inside.flush();
    insideLeg.regulate(inside);
  }

  private static void relay(
      ChannelPipeline pipeline, ChannelHandler opening, RelayLeg leg, Duration idle) {
    pipeline.addLast(new IdleStateHandler(0, 0, idle.toSeconds(), TimeUnit.SECONDS), leg);
    pipeline.remove(opening);
  }

  private void left() {
    counters.active.decrementAndGet();
    ConferenceLog.LOG.left(outside, grant.conference(), outsideLeg.octets(), insideLeg.octets());
  }
}
