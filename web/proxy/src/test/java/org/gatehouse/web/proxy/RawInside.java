package org.gatehouse.web.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An inside server that answers each request head with the next octets, right or wrong. */
final class RawInside implements AutoCloseable {
  /** In an answer: the connection is closed here. */
  static final String CLOSE = "\u0000";

  final List<String> heads = new CopyOnWriteArrayList<>();

  /** Comes to zero when the proxy closes a connection. */
  final CountDownLatch closedByTheProxy = new CountDownLatch(1);

  /** Nothing is answered before it is zero. */
  final CountDownLatch release;

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> answers;
  private int next;

  RawInside(String... answers) throws IOException {
    this(new CountDownLatch(0), answers);
  }

  RawInside(CountDownLatch release, String... answers) throws IOException {
    this.release = release;
    this.answers = List.of(answers);
    threads.execute(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        head.append((char) octet);
        if (!head.toString().endsWith("\r\n\r\n")) {
          continue;
        }
        heads.add(head.toString());
        head.setLength(0);
        release.await();
        String answer = answer();
        boolean close = answer.endsWith(CLOSE);
        socket.getOutputStream().write(answer.replace(CLOSE, "").getBytes(ISO_8859_1));
        if (close) {
          return;
        }
      }
    } catch (InterruptedException e) {
      return;
    } catch (IOException e) {
      // the proxy reset it
    }
    closedByTheProxy.countDown();
  }

  private synchronized String answer() {
    return answers.get(Math.min(next++, answers.size() - 1));
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
