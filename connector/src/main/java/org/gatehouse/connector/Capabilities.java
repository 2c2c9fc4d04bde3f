package org.gatehouse.connector;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.as.server.CurrentServiceContainer;
import org.jboss.msc.Service;
import org.jboss.msc.service.ServiceBuilder;
import org.jboss.msc.service.ServiceContainer;
import org.jboss.msc.service.ServiceController;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StopContext;

/** The objects that the management model names, such as Elytron's key managers. */
public final class Capabilities {
  /** The prefix of {@code javax.net.ssl.KeyManager}s. */
  public static final String KEY_MANAGER = "org.wildfly.security.key-manager";

  /** The prefix of {@code javax.net.ssl.TrustManager}s. */
  public static final String TRUST_MANAGER = "org.wildfly.security.trust-manager";

  private static final long DEADLINE_IN_SECONDS = 10;

  private Capabilities() {}

  /**
   * The value of a capability, started where it was not needed before. Waits; never on a loop.
   *
   * @throws IllegalStateException when there is none of that name, or it does not start
   */
  public static <T> T find(String capability, String name, Class<T> type) {
    ServiceContainer container = CurrentServiceContainer.getServiceContainer();
    ServiceName wanted = ServiceName.parse(capability + "." + name);
    if (container.getService(wanted) == null) {
      throw new IllegalStateException("no " + capability + " is named " + name);
    }
    ServiceBuilder<?> builder = container.addService();
    Supplier<T> value = builder.requires(wanted);
    CompletableFuture<T> found = new CompletableFuture<>();
    builder.setInstance(new Finding(() -> found.complete(type.cast(value.get()))));
    ServiceController<?> controller = builder.install();
    try {
      return found.get(DEADLINE_IN_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException(capability + " " + name + " does not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "interrupted while waiting for " + capability + " " + name, e);
    } finally {
      controller.setMode(ServiceController.Mode.REMOVE);
    }
  }

  private record Finding(Runnable started) implements Service {
    @Override
    public void start(StartContext context) {
      started.run();
    }

    @Override
    public void stop(StopContext context) {}
  }
}
