package org.gatehouse.transport.stream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A socket that accepts connections, up to a number. Every method may be called from any thread.
 */
public final class StreamListener implements AutoCloseable {
  private final int maximum;
  private final AtomicInteger connections = new AtomicInteger();
  private final LongAdder refused = new LongAdder();
  private volatile @Nullable Channel channel;

  StreamListener(int maximum) {
    this.maximum = maximum;
  }

  StreamListener bound(Channel listening) {
    channel = listening;
    return this;
  }

  private Channel channel() {
    Channel bound = channel;
    if (bound == null) {
      throw new IllegalStateException("not bound yet");
    }
    return bound;
  }

  /** The bound transport address, with the real port where 0 was asked for. */
  public InetSocketAddress localAddress() {
    return (InetSocketAddress) channel().localAddress();
  }

  /** Connections accepted here that are open. */
  public int connections() {
    return connections.get();
  }

  /** Connections closed at once because the limit was reached. */
  public long refused() {
    return refused.sum();
  }

  /** Accepts no more, without waiting. Connections that are open stay open. */
  @Override
  public void close() {
    Channels.close(channel());
  }

  /** Host and port. */
  @Override
  public String toString() {
    return StreamAddresses.text(localAddress());
  }

  /** Stands before the acceptor: counts, and lets nothing past the limit. */
  ChannelInboundHandlerAdapter gate() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object message) {
        Channel accepted = (Channel) message;
        if (connections.incrementAndGet() > maximum) {
          connections.decrementAndGet();
          refused.increment();
          accepted.unsafe().closeForcibly();
          ReferenceCountUtil.release(message);
          return;
        }
        accepted.closeFuture().addListener(closed -> connections.decrementAndGet());
        context.fireChannelRead(message);
      }
    };
  }
}
