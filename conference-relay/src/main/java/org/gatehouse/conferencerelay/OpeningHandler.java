package org.gatehouse.conferencerelay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.gatehouse.admission.Side;
import org.gatehouse.admission.Stranger;
import org.gatehouse.conference.ConferenceFormatException;
import org.gatehouse.conference.ConferenceOpening;
import org.gatehouse.conference.OpeningDecoder;
import org.gatehouse.transport.stream.Channels;
import org.jspecify.annotations.Nullable;

/**
 * A connection from its acceptance to the end of its opening, which must come in time. It holds a
 * place among the openings until it is no stranger any more. Runs on the connection's loop.
 */
abstract class OpeningHandler extends ChannelInboundHandlerAdapter {
  /** How long the authority may take to answer, and a meeting server to be there. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

  final ConferenceCounters counters;
  private final OpeningDecoder decoder;
  private final Places places;
  private final Duration timeout;
  private @Nullable ScheduledFuture<?> deadline;
  private boolean complete;
  private boolean ended;
  private boolean placed = true;

  /**
   * @param places where this connection has taken its place already
   */
  OpeningHandler(
      ConferenceCounters counters, OpeningDecoder decoder, Places places, Duration timeout) {
    this.counters = counters;
    this.decoder = decoder;
    this.places = places;
    this.timeout = timeout;
  }

  /** The opening is complete; what follows it comes to {@link #later}. */
  abstract void opened(ChannelHandlerContext context, ConferenceOpening opening);

  /** Octets after the opening, given away to this method. */
  abstract void later(ChannelHandlerContext context, ByteBuf octets);

  /** Whether this connection was given up. */
  final boolean ended() {
    return ended;
  }

  static Stranger stranger(Side side, ChannelHandlerContext context) {
    InetSocketAddress source = (InetSocketAddress) context.channel().remoteAddress();
    return new Stranger(side, "TLS", source);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    await(context, timeout, () -> end(context, counters.timedOut, "no opening in time"));
  }

  private void await(ChannelHandlerContext context, Duration time, Runnable late) {
    if (deadline != null) {
      deadline.cancel(false);
    }
    deadline = context.executor().schedule(late, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf octets = (ByteBuf) message;
    if (ended) {
      octets.release();
    } else if (complete) {
      later(context, octets);
    } else {
      decode(context, octets);
    }
  }

  private void decode(ChannelHandlerContext context, ByteBuf octets) {
    try {
      ByteBuffer view = octets.nioBuffer();
      int before = view.remaining();
      ConferenceOpening opening = decoder.read(view);
      octets.skipBytes(before - view.remaining());
      if (!(opening instanceof ConferenceOpening.NeedMore)) {
        complete = true;
        await(context, ANSWER_TIMEOUT, () -> refuse(context, "no answer in time"));
        opened(context, opening);
      }
    } catch (ConferenceFormatException e) {
      malformed(context, String.valueOf(e.getMessage()));
    }
    if (octets.isReadable() && complete && !ended) {
      later(context, octets);
    } else {
      octets.release();
    }
  }

  final void malformed(ChannelHandlerContext context, String why) {
    end(context, counters.malformed, why);
  }

  final void refuse(ChannelHandlerContext context, String why) {
    end(context, counters.refused, why);
  }

  private void end(ChannelHandlerContext context, LongAdder counter, String why) {
    if (ended) {
      return;
    }
    ended = true;
    counter.increment();
    ConferenceLog.LOG.refused(context.channel(), why);
    Channels.close(context.channel());
  }

  /** This connection is no stranger any more. */
  final void known() {
    if (deadline != null) {
      deadline.cancel(false);
    }
    if (placed) {
      placed = false;
      places.give();
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    known();
    decoder.wipe();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    ended = true;
    context.fireChannelInactive();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslCloseCompletionEvent) {
      ended = true;
      Channels.close(context.channel());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    ended = true;
    ConferenceLog.LOG.failed(context.channel(), String.valueOf(cause));
    Channels.close(context.channel());
  }
}
