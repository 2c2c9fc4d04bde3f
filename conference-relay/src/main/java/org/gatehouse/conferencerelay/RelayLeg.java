package org.gatehouse.conferencerelay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.gatehouse.transport.stream.Channels;

/**
 * One side of a pair: what it receives is written to the other, which is not read while this one
 * cannot be written. So at most the high water mark and one read wait in memory for each side. Runs
 * on the connection's loop.
 */
final class RelayLeg extends ChannelInboundHandlerAdapter {
  private final Channel other;
  private final LongAdder total;
  private final AtomicInteger paused;
  private final LongAdder octets = new LongAdder();
  private boolean pausing;

  /**
   * @param total counts the octets received by all legs of this side
   * @param paused counts the legs that are not read
   */
  RelayLeg(Channel other, LongAdder total, AtomicInteger paused) {
    this.other = other;
    this.total = total;
    this.paused = paused;
  }

  /** Octets received here. From any thread. */
  long octets() {
    return octets.sum();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf received = (ByteBuf) message;
    count(received.readableBytes());
    if (other.isActive()) {
      Channels.write(other, received);
    } else {
      received.release();
    }
  }

  /** Counts octets that came before this leg did, too. */
  void count(int received) {
    total.add(received);
    octets.add(received);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    other.flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    regulate(context.channel());
  }

  /** Reads the other side exactly while this one can be written. */
  void regulate(Channel self) {
    boolean pause = !self.isWritable();
    if (pause != pausing) {
      pausing = pause;
      paused.addAndGet(pause ? 1 : -1);
    }
    other.config().setAutoRead(!pause);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    Channels.closeAfterFlush(other);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (pausing) {
      pausing = false;
      paused.decrementAndGet();
    }
  }

  /** Half a connection is none: both end once what was received has been sent. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslCloseCompletionEvent) {
      Channels.closeAfterFlush(other);
      Channels.closeAfterFlush(context.channel());
    } else if (event instanceof IdleStateEvent) {
      Channels.close(other);
      Channels.close(context.channel());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    ConferenceLog.LOG.failed(context.channel(), String.valueOf(cause));
    Channels.close(context.channel());
  }
}
