package org.gatehouse.connector;

import static java.util.Objects.requireNonNull;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gatehouse.admission.Admission;
import org.jspecify.annotations.Nullable;

/**
 * The way from a connector to the bean that decides: each question is one delivery to the message
 * endpoint (Jakarta Connectors 2.1 §13), run as a short work, and its answer comes back on the
 * executor that owns the state of the asker.
 *
 * @param <L> the message-listener type of the connector
 */
public final class Authority<L> {
  private final WorkManager works;
  private final Class<L> listener;
  private final AtomicReference<@Nullable MessageEndpointFactory> factory = new AtomicReference<>();
  private final LongAdder asked = new LongAdder();
  private final LongAdder unanswered = new LongAdder();

  public Authority(WorkManager works, Class<L> listener) {
    this.works = requireNonNull(works, "works");
    this.listener = requireNonNull(listener, "listener");
  }

  /** From now on this endpoint answers. */
  public void activate(MessageEndpointFactory endpoints) {
    factory.set(endpoints);
  }

  /** This endpoint answers no more. */
  public void deactivate(MessageEndpointFactory endpoints) {
    factory.compareAndSet(endpoints, null);
  }

  /** Questions put since the start. */
  public long asked() {
    return asked.sum();
  }

  /** Questions that got {@code Unavailable}. */
  public long unanswered() {
    return unanswered.sum();
  }

  /**
   * Puts a question.
   *
   * @param question called on a container thread with the bean
   * @param owner where the answer is to be used
   * @param answer called on {@code owner}, once, whatever happens
   */
  public <G> void ask(
      Function<? super L, Admission<G>> question, Executor owner, Consumer<Admission<G>> answer) {
    asked.increment();
    try {
      works.scheduleWork(new Asking(() -> deliver(answered(question), owner, answer)));
    } catch (WorkException e) {
      deliver(Admission.unavailable("the work manager takes no work: " + e), owner, answer);
    }
  }

  private <G> void deliver(Admission<G> admission, Executor owner, Consumer<Admission<G>> answer) {
    if (admission instanceof Admission.Unavailable<G>) {
      unanswered.increment();
    }
    owner.execute(() -> answer.accept(admission));
  }

  private <G> Admission<G> answered(Function<? super L, Admission<G>> question) {
    MessageEndpointFactory endpoints = factory.get();
    if (endpoints == null) {
      return Admission.unavailable("no bean listens for " + listener.getSimpleName());
    }
    try {
      MessageEndpoint endpoint = endpoints.createEndpoint(null);
      try {
        return question.apply(listener.cast(endpoint));
      } finally {
        endpoint.release();
      }
    } catch (ResourceException e) {
      return Admission.unavailable(
          listener.getSimpleName() + " has no endpoint: " + e.getMessage());
    } catch (Exception e) {
      return Admission.unavailable(listener.getSimpleName() + " failed: " + e);
    }
  }

  private record Asking(Runnable task) implements Work {
    @Override
    public void run() {
      task.run();
    }

    @Override
    public void release() {}
  }
}
