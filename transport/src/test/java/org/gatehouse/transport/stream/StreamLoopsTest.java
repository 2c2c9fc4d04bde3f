package org.gatehouse.transport.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.transport.EventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamLoopsTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger running = new AtomicInteger();
  private final StreamLoops loops = StreamLoops.open(2, this::counted);

  private void counted(Runnable loop) {
    threads.execute(
        () -> {
          running.incrementAndGet();
          loop.run();
          running.decrementAndGet();
        });
  }

  @AfterEach
  void close() {
    loops.close(LIMIT);
    threads.shutdownNow();
  }

  static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  static ChannelInboundHandlerAdapter echo() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object message) {
        Channels.send(context.channel(), message);
      }
    };
  }

  private StreamListener echoing(int most) throws Exception {
    return get(
        loops.listen(
            ANY, ListenOptions.atMost(most), channel -> channel.pipeline().addLast(echo())));
  }

  private static String said(Socket socket, String words) throws IOException {
    socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    return new String(
        socket.getInputStream().readNBytes(words.length()), StandardCharsets.US_ASCII);
  }

  private static Socket dial(StreamListener listener) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout((int) LIMIT.toMillis());
    socket.connect(listener.localAddress());
    return socket;
  }

  @Test
  void echoesWhatAConnectionSends() throws Exception {
    StreamListener listener = echoing(10);
    try (Socket socket = dial(listener)) {
      assertThat(said(socket, "hello")).isEqualTo("hello");
      assertThat(listener.connections()).isEqualTo(1);
      assertThat(listener).hasToString("127.0.0.1:" + socket.getPort());
    }
    await().atMost(LIMIT).until(() -> listener.connections() == 0);
  }

  @Test
  void aBusyPortFailsWithItsAddressAndTheReason() throws Exception {
    StreamListener first = echoing(10);
    CompletionStage<StreamListener> second =
        loops.listen(first.localAddress(), ListenOptions.atMost(10), channel -> {});

    assertThatThrownBy(() -> get(second))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(IOException.class)
        .hasMessage(first + ": Address already in use");
  }

  @Test
  void aConnectionBeyondTheLimitIsClosedAndCounted() throws Exception {
    StreamListener listener = echoing(1);
    try (Socket first = dial(listener)) {
      assertThat(said(first, "in")).isEqualTo("in");
      try (Socket second = dial(listener)) {
        assertThat(endOf(second)).isEqualTo(-1);
      }
      assertThat(listener.refused()).isEqualTo(1);
      assertThat(said(first, "still in")).isEqualTo("still in");
    }
    await().atMost(LIMIT).until(() -> listener.connections() == 0);
    try (Socket third = dial(listener)) {
      assertThat(said(third, "room")).isEqualTo("room");
    }
  }

  private static int endOf(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read();
    } catch (java.net.SocketException reset) {
      return -1;
    }
  }

  @Test
  void aClosedListenerKeepsItsConnections() throws Exception {
    StreamListener listener = echoing(10);
    try (Socket socket = dial(listener)) {
      assertThat(said(socket, "before")).isEqualTo("before");
      InetSocketAddress address = listener.localAddress();
      listener.close();
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> new Socket(address.getAddress(), address.getPort()))
                      .isInstanceOf(IOException.class));
      assertThat(said(socket, "after")).isEqualTo("after");
    }
  }

  @Test
  void connectsFromALocalAddress() throws Exception {
    StreamListener listener = echoing(10);
    CompletableFuture<String> answer = new CompletableFuture<>();
    Channel channel =
        get(
            loops.connectFrom(
                ANY,
                listener.localAddress(),
                LIMIT,
                connecting -> connecting.pipeline().addLast(answering(answer))));
    Channels.send(channel, Unpooled.copiedBuffer("hi", StandardCharsets.US_ASCII));

    assertThat(get(answer)).isEqualTo("hi");
  }

  static ChannelInboundHandlerAdapter answering(CompletableFuture<String> answer) {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object message) {
        io.netty.buffer.ByteBuf octets = (io.netty.buffer.ByteBuf) message;
        answer.complete(octets.toString(StandardCharsets.US_ASCII));
        octets.release();
      }

      @Override
      public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        answer.completeExceptionally(cause);
        Channels.close(context.channel());
      }
    };
  }

  @Test
  void whatCannotBeReachedFailsWithItsAddress() throws Exception {
    StreamListener listener = echoing(10);
    InetSocketAddress address = listener.localAddress();
    String text = listener.toString();
    listener.close();
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> get(loops.connect(address, LIMIT, channel -> {})))
                    .cause()
                    .hasMessageStartingWith(text + ": Connection refused"));
  }

  @Test
  void aTaskRunsOnItsLoopAndACancelledOneDoesNot() throws Exception {
    EventLoop loop = loops.loop();
    CompletableFuture<Boolean> inLoop = new CompletableFuture<>();
    AtomicInteger cancelled = new AtomicInteger();
    loop.execute(
        () -> {
          loop.schedule(Duration.ofMillis(1), cancelled::incrementAndGet).cancel();
          loop.schedule(Duration.ofMillis(20), () -> inLoop.complete(loop.inLoop()));
        });

    assertThat(get(inLoop)).isTrue();
    assertThat(cancelled).hasValue(0);
    assertThat(loop.inLoop()).isFalse();
  }

  @Test
  void loopsRunOnTheGivenExecutorAndEndInTime() {
    await().atMost(LIMIT).until(() -> running.get() == 2);
    assertThat(loops.close(LIMIT)).isTrue();
    await().atMost(LIMIT).until(() -> running.get() == 0);
    assertThatThrownBy(() -> loops.loop().execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void closingEndsEveryConnection() throws Exception {
    for (int round = 0; round < 20; round++) {
      StreamLoops some = StreamLoops.open(2, threads);
      StreamListener listener =
          get(
              some.listen(
                  ANY, ListenOptions.atMost(10), channel -> channel.pipeline().addLast(echo())));
      try (Socket first = dial(listener);
          Socket second = dial(listener)) {
        assertThat(said(first, "one")).isEqualTo("one");
        assertThat(said(second, "two")).isEqualTo("two");
        some.close(LIMIT);
        assertThat(endOf(first)).isEqualTo(-1);
        assertThat(endOf(second)).isEqualTo(-1);
      }
    }
  }

  @Test
  void anExecutorThatTakesNoLoopIsAFailureOfOpening() {
    assertThatThrownBy(
            () ->
                StreamLoops.open(
                    2,
                    task -> {
                      throw new RejectedExecutionException("no thread");
                    }))
        .isInstanceOf(RejectedExecutionException.class);
  }
}
