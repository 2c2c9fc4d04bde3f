package org.gatehouse.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UdpLoopTest {
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final UdpLoop loop = UdpLoop.open("test", Clock.systemUTC());

  @BeforeEach
  void start() {
    threads.execute(loop);
  }

  @AfterEach
  void stop() throws Exception {
    loop.stop();
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).as("the loop ended").isTrue();
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static String ask(InetSocketAddress server, String text) throws Exception {
    try (DatagramSocket client = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      client.setSoTimeout(10_000);
      client.send(new DatagramPacket(text.getBytes(US_ASCII), text.length(), server));
      DatagramPacket answer = new DatagramPacket(new byte[100], 100);
      client.receive(answer);
      return new String(answer.getData(), 0, answer.getLength(), US_ASCII);
    }
  }

  @Test
  void handsEachDatagramToTheHandlerOfItsSocket() throws Exception {
    DatagramHandler echo = (socket, source, datagram) -> socket.send(datagram, source);
    DatagramHandler hello =
        (socket, source, datagram) ->
            socket.send(ByteBuffer.wrap("hello".getBytes(US_ASCII)), source);
    InetSocketAddress first = loop.bind(loopback(), echo).get().localAddress();
    InetSocketAddress second = loop.bind(loopback(), hello).get().localAddress();

    assertThat(ask(first, "one")).isEqualTo("one");
    assertThat(ask(second, "two")).isEqualTo("hello");
  }

  @Test
  void aHandlerThatThrowsDoesNotEndTheLoop() throws Exception {
    InetSocketAddress server =
        loop.bind(
                loopback(),
                (socket, source, datagram) -> {
                  if (datagram.remaining() == 3) {
                    throw new IllegalStateException("on purpose");
                  }
                  socket.send(datagram, source);
                })
            .get()
            .localAddress();
    try (DatagramSocket client = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      client.send(new DatagramPacket("bad".getBytes(US_ASCII), 3, server));
    }

    assertThat(ask(server, "good")).isEqualTo("good");
  }

  @Test
  void namesTheAddressThatIsBusy() throws Exception {
    try (DatagramSocket busy = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      InetSocketAddress address =
          new InetSocketAddress(busy.getLocalAddress(), busy.getLocalPort());

      assertThatThrownBy(() -> loop.bind(address, (socket, source, datagram) -> {}).get())
          .hasMessageContaining(":" + busy.getLocalPort() + ": Address already in use");
    }
  }

  @Test
  void runsTasksAndTimersOnItself() throws Exception {
    CompletableFuture<Boolean> task = new CompletableFuture<>();
    CompletableFuture<Boolean> timer = new CompletableFuture<>();
    CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
    loop.execute(
        () -> {
          task.complete(loop.inLoop());
          EventLoop.Timeout timeout =
              loop.schedule(Duration.ofMillis(10), () -> cancelled.complete(true));
          loop.schedule(Duration.ofMillis(30), () -> timer.complete(loop.inLoop()));
          timeout.cancel();
        });

    assertThat(task.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(timer.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(cancelled).isNotDone();
  }

  @Test
  void closesItsSocketsAndRefusesTasksWhenItHasEnded() throws Exception {
    InetSocketAddress server =
        loop.bind(loopback(), (socket, source, datagram) -> {}).get().localAddress();
    loop.stop();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> loop.execute(() -> {}))
                    .isInstanceOf(RejectedExecutionException.class));
    await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> new DatagramSocket(server).close());
  }
}
