package org.gatehouse.sipconnector;

import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Addresses of hosts. A literal is read at once; a name is looked up off the loop. */
interface Resolution {

  /** Gives the address on the loop, or nothing where the host has none. */
  void address(String host, Consumer<Optional<InetAddress>> then);

  /** Looks names up on the container's threads. */
  static Resolution on(WorkManager works, Executor loop) {
    return (host, then) -> {
      if (literal(host)) {
        then.accept(lookUp(host));
        return;
      }
      try {
        works.scheduleWork(
            new Lookup(
                () -> {
                  Optional<InetAddress> found = lookUp(host);
                  loop.execute(() -> then.accept(found));
                }));
      } catch (WorkException e) {
        then.accept(Optional.empty());
      }
    };
  }

  private static boolean literal(String host) {
    return host.startsWith("[") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
  }

  private static Optional<InetAddress> lookUp(String host) {
    try {
      return Optional.of(InetAddress.getAllByName(host)[0]);
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** One look-up. */
  record Lookup(Runnable task) implements Work {
    @Override
    public void run() {
      task.run();
    }

    @Override
    public void release() {}
  }
}
