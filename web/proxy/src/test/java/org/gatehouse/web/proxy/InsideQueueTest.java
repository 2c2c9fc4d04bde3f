package org.gatehouse.web.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Test;

class InsideQueueTest {

  private static ProxySettings oneConnection(ProxySettings settings, Duration connect) {
    return new ProxySettings(
        settings.requestsAtOnce(),
        settings.requestBodyLimitInBytes(),
        connect,
        Duration.ofSeconds(60),
        1,
        1,
        1,
        settings.retryAfter(),
        settings.lingering());
  }

  @Test
  void oneRequestIsForwardedOneWaitsAndTheThirdIsRefused() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (Perimeter perimeter =
        new Perimeter(settings -> oneConnection(settings, Duration.ofSeconds(60)))) {
      perimeter.insideAnswers =
          exchange -> {
            release.await();
            exchange.getResponseSender().send("late");
          };
      List<CompletableFuture<HttpResponse<byte[]>>> responses =
          Stream.of("1", "2", "3")
              .map(name -> perimeter.sendAsync(perimeter.request("/files/" + name)))
              .toList();

      CompletableFuture.anyOf(responses.toArray(CompletableFuture[]::new)).get();
      assertThat(perimeter.asked.size()).isLessThanOrEqualTo(1);
      release.countDown();

      assertThat(responses)
          .extracting(response -> response.join().statusCode())
          .containsExactlyInAnyOrder(200, 200, 503);
    } finally {
      release.countDown();
    }
  }

  @Test
  @Spec("RFC 9110 §15.2")
  void whatFollowsAnInterimAnswerNeverAnswersTheRequestThatWaits() throws Exception {
    String ok = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n";
    try (RawInside hints =
            new RawInside(
                new CountDownLatch(1),
                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + ok + "secret",
                ok + "public");
        Perimeter perimeter =
            new Perimeter(settings -> oneConnection(settings, Duration.ofSeconds(60)))) {
      perimeter.target = hints.uri();
      CompletableFuture<HttpResponse<byte[]>> first =
          perimeter.sendAsync(perimeter.request("/files/1"));
      await().atMost(Duration.ofSeconds(20)).until(() -> hints.heads.size() == 1);
      CompletableFuture<HttpResponse<byte[]>> second =
          perimeter.sendAsync(perimeter.request("/files/2"));
      await().atMost(Duration.ofSeconds(20)).until(() -> perimeter.counters.getAdmitted() == 2);
      hints.release.countDown();

      assertThat(first.join().statusCode()).isEqualTo(502);
      assertThat(new String(second.join().body(), UTF_8)).isEqualTo("public");
    }
  }

  @Test
  @Spec("RFC 9110 §15.6.5")
  void aRequestThatWaitsTooLongForAConnectionTimesOut() {
    CountDownLatch release = new CountDownLatch(1);
    try (Perimeter perimeter =
        new Perimeter(settings -> oneConnection(settings, Duration.ofMillis(300)))) {
      perimeter.insideAnswers =
          exchange -> {
            release.await();
            exchange.getResponseSender().send("late");
          };
      CompletableFuture<HttpResponse<byte[]>> first =
          perimeter.sendAsync(perimeter.request("/files/1"));
      await().atMost(Duration.ofSeconds(20)).until(() -> perimeter.asked.size() == 1);

      assertThat(perimeter.send(perimeter.request("/files/2")).statusCode()).isIn(503, 504);

      release.countDown();
      assertThat(first.join().statusCode()).isEqualTo(200);
      assertThat(perimeter.send(perimeter.request("/files/3")).statusCode()).isEqualTo(200);
      assertThat(perimeter.asked).hasSize(2);
    } finally {
      release.countDown();
    }
  }

  @Test
  @Spec("RFC 9110 §15.6.5")
  void aConnectionThatIsNeverMadeTimesOut() throws Exception {
    List<SocketChannel> backlog = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Perimeter perimeter =
            new Perimeter(settings -> oneConnection(settings, Duration.ofMillis(300)))) {
      for (int i = 0; i < 8; i++) {
        SocketChannel channel = SocketChannel.open();
        backlog.add(channel);
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()));
      }
      perimeter.target = URI.create("http://127.0.0.1:" + full.getLocalPort());

      assertThat(perimeter.send(perimeter.request("/files/a")).statusCode()).isEqualTo(504);
      assertThat(perimeter.counters.getInsideTimedOut()).isEqualTo(1);
    } finally {
      for (SocketChannel channel : backlog) {
        channel.close();
      }
    }
  }
}
