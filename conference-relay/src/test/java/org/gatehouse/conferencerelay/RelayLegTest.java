package org.gatehouse.conferencerelay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.gatehouse.transport.stream.Channels;
import org.junit.jupiter.api.Test;

class RelayLegTest {
  private static final int HIGH = 1024;

  /** Stands for a network that takes nothing while it is shut. */
  private static final class Valve extends ChannelOutboundHandlerAdapter {
    private boolean shut;

    @Override
    public void flush(ChannelHandlerContext context) {
      if (!shut) {
        context.flush();
      }
    }
  }

  private final LongAdder octets = new LongAdder();
  private final AtomicInteger paused = new AtomicInteger();
  private final Valve network = new Valve();
  private final EmbeddedChannel outside = new EmbeddedChannel();
  private final EmbeddedChannel inside = new EmbeddedChannel();

  RelayLegTest() {
    outside.pipeline().addLast(new RelayLeg(inside, octets, paused));
    inside.pipeline().addLast(network, new RelayLeg(outside, octets, paused));
    inside.config().setWriteBufferWaterMark(new WriteBufferWaterMark(HIGH / 2, HIGH));
  }

  private static ByteBuf octets(int length) {
    return Unpooled.wrappedBuffer(new byte[length]);
  }

  @Test
  void isNotReadWhileTheOtherSideHoldsMoreThanItsHighWaterMark() {
    network.shut = true;
    outside.writeInbound(octets(HIGH / 2));
    assertThat(outside.config().isAutoRead()).isTrue();

    outside.writeInbound(octets(HIGH));
    inside.runPendingTasks();

    assertThat(outside.config().isAutoRead()).isFalse();
    assertThat(paused).hasValue(1);

    network.shut = false;
    inside.flush();
    inside.runPendingTasks();

    assertThat(outside.config().isAutoRead()).isTrue();
    assertThat(paused).hasValue(0);
    assertThat(octets.sum()).isEqualTo(HIGH + HIGH / 2);
  }

  @Test
  void aLegThatEndsPausedIsPausedNoMore() {
    network.shut = true;
    outside.writeInbound(octets(2 * HIGH));
    inside.runPendingTasks();
    assertThat(paused).hasValue(1);

    Channels.close(inside);
    inside.runPendingTasks();

    assertThat(paused).hasValue(0);
  }

  @Test
  void theEndOfOneSideClosesTheOtherBehindWhatWasReceived() {
    outside.writeInbound(Unpooled.copiedBuffer("last words", StandardCharsets.US_ASCII));
    Channels.close(outside);
    inside.runPendingTasks();

    ByteBuf sent = inside.readOutbound();
    assertThat(sent.toString(StandardCharsets.US_ASCII)).isEqualTo("last words");
    sent.release();
    assertThat(inside.isOpen()).isFalse();
  }

  @Test
  void aClosedTlsDirectionClosesBothSides() {
    outside.pipeline().fireUserEventTriggered(SslCloseCompletionEvent.SUCCESS);

    assertThat(outside.isOpen()).isFalse();
    assertThat(inside.isOpen()).isFalse();
  }

  @Test
  void silenceOfBothSidesClosesThem() {
    outside.pipeline().fireUserEventTriggered(IdleStateEvent.ALL_IDLE_STATE_EVENT);

    assertThat(outside.isOpen()).isFalse();
    assertThat(inside.isOpen()).isFalse();
  }

  @Test
  void whatArrivesForAClosedSideIsReleased() {
    EmbeddedChannel closed = new EmbeddedChannel();
    Channels.close(closed);
    EmbeddedChannel open = new EmbeddedChannel(new RelayLeg(closed, octets, paused));
    ByteBuf late = octets(10);
    open.writeInbound(late);

    assertThat(late.refCnt()).isZero();
    assertThat(open.isOpen()).isTrue();
  }
}
