package org.gatehouse.transport.stream;

import static java.util.Objects.requireNonNull;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The event loops of one connector for streams: native epoll where its library loads, NIO where it
 * does not. Each loop is one task on the caller's executor from {@link #open} to {@link #close}.
 */
public final class StreamLoops {
  /** With none at all, a loop may end without having closed its sockets. */
  private static final long QUIET_IN_MILLISECONDS = 100;

  private final MultiThreadIoEventLoopGroup loops;
  private final Sockets sockets;
  private final Clock clock;

  /** Every listener and connection; once it is closed, one that is added is closed at once. */
  private final ChannelGroup channels =
      new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);

  private final AtomicBoolean closing = new AtomicBoolean();

  private StreamLoops(MultiThreadIoEventLoopGroup loops, Sockets sockets, Clock clock) {
    this.loops = loops;
    this.sockets = sockets;
    this.clock = clock;
  }

  private record Sockets(
      String name,
      IoHandlerFactory handlers,
      Class<? extends ServerChannel> listening,
      Class<? extends Channel> connecting) {

    static Sockets available() {
      return Epoll.isAvailable()
          ? new Sockets(
              "native epoll",
              EpollIoHandler.newFactory(),
              EpollServerSocketChannel.class,
              EpollSocketChannel.class)
          : new Sockets(
              "NIO, because native epoll is missing (" + Epoll.unavailabilityCause() + ")",
              NioIoHandler.newFactory(),
              NioServerSocketChannel.class,
              NioSocketChannel.class);
    }
  }

  /** Opens loops on the system's clock. */
  public static StreamLoops open(int threads, Executor executor) {
    return open(threads, executor, Clock.systemUTC());
  }

  /**
   * Starts the loops.
   *
   * @param executor runs {@code threads} tasks at the same time, each until {@link #close}
   * @throws java.util.concurrent.RejectedExecutionException when the executor takes one of them not
   */
  public static StreamLoops open(int threads, Executor executor, Clock clock) {
    requireNonNull(clock, "clock");
    Sockets sockets = Sockets.available();
    MultiThreadIoEventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(threads, borrowing(executor), sockets.handlers());
    boolean started = false;
    try {
      for (EventExecutor loop : loops) {
        loop.execute(() -> {});
      }
      started = true;
    } finally {
      if (!started) {
        end(loops);
      }
    }
    StreamLog.LOG.opened(threads, sockets.name(), TlsContexts.provider());
    return new StreamLoops(loops, sockets, clock);
  }

  /** Leaves no thread-local of a loop behind on the caller's thread. */
  private static Executor borrowing(Executor executor) {
    return loop -> executor.execute(() -> FastThreadLocalThread.runWithFastThreadLocal(loop));
  }

  /** The next loop, for state that belongs to no connection. */
  public StreamLoop loop() {
    return new StreamLoop(loops.next(), clock);
  }

  /** The loop of this connection. */
  public StreamLoop loop(Channel channel) {
    return StreamLoop.of(channel, clock);
  }

  /**
   * Listens. The stage fails with an {@code IOException} such as {@code 127.0.0.1:5060: Address
   * already in use}.
   *
   * @param accepted fills the pipeline of each connection, on that connection's loop, before
   *     anything is read from it; its last stage takes what goes wrong ({@code exceptionCaught})
   */
  public CompletionStage<StreamListener> listen(
      InetSocketAddress local, ListenOptions options, Consumer<Channel> accepted) {
    StreamListener listener = new StreamListener(options.maximumConnections());
    ChannelFuture binding =
        new ServerBootstrap()
            .group(loops)
            .channel(sockets.listening())
            .option(ChannelOption.SO_REUSEADDR, options.reuseAddress())
            .handler(listener.gate())
            .childOption(ChannelOption.TCP_NODELAY, options.noDelay())
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(options.lowWaterMark(), options.highWaterMark()))
            .childHandler(filling(accepted))
            .bind(local);
    return stage(binding, local)
        .thenApply(
            channel -> {
              channels.add(channel);
              return listener.bound(channel);
            });
  }

  /**
   * Connects, without delay of small segments and with water marks at 32 and 64 KiB. The stage
   * fails with an {@code IOException} that names the remote address.
   *
   * @param connecting fills the pipeline, on the connection's loop
   */
  public CompletionStage<Channel> connect(
      InetSocketAddress remote, Duration timeout, Consumer<Channel> connecting) {
    return stage(client(timeout, connecting).connect(remote), remote);
  }

  /** Connects from this local address; port 0 is any. */
  public CompletionStage<Channel> connectFrom(
      InetSocketAddress local,
      InetSocketAddress remote,
      Duration timeout,
      Consumer<Channel> connecting) {
    return stage(client(timeout, connecting).connect(remote, local), remote);
  }

  private Bootstrap client(Duration timeout, Consumer<Channel> connecting) {
    return new Bootstrap()
        .group(loops)
        .channel(sockets.connecting())
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(timeout.toMillis()))
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.SO_KEEPALIVE, true)
        .handler(filling(connecting));
  }

  private ChannelHandler filling(Consumer<Channel> pipeline) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channels.add(channel);
        pipeline.accept(channel);
      }
    };
  }

  private static CompletionStage<Channel> stage(ChannelFuture done, InetSocketAddress address) {
    CompletableFuture<Channel> stage = new CompletableFuture<>();
    done.addListener(
        result -> {
          if (result.isSuccess()) {
            stage.complete(done.channel());
          } else {
            Throwable cause = result.cause();
            stage.completeExceptionally(
                new IOException(StreamAddresses.failure(address, cause), cause));
          }
        });
    return stage;
  }

  /** Asks the loops to close their connections and to end, without waiting. */
  public void beginClose() {
    if (closing.compareAndSet(false, true)) {
      var unused = channels.close();
      for (Channel channel : channels) {
        channel.eventLoop().execute(() -> channel.unsafe().close(channel.unsafe().voidPromise()));
      }
      end(loops);
    }
  }

  private static void end(MultiThreadIoEventLoopGroup loops) {
    var unused = loops.shutdownGracefully(QUIET_IN_MILLISECONDS, 2_000, TimeUnit.MILLISECONDS);
  }

  /**
   * Closes every listener and connection, ends the loops and waits for them; never on a loop.
   *
   * @return whether every loop ended in time
   */
  public boolean close(Duration deadline) {
    beginClose();
    boolean ended = false;
    try {
      ended = loops.awaitTermination(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      StreamLog.LOG.didNotEnd(deadline.toString());
    }
    return ended;
  }
}
