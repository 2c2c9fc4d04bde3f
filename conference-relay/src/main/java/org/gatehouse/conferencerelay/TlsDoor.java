package org.gatehouse.conferencerelay;

import io.netty.handler.ssl.SslContext;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.gatehouse.connector.Opening;
import org.gatehouse.transport.stream.StreamListener;
import org.jspecify.annotations.Nullable;

/** Looks its keys up off the loops, then listens. One attempt at a time. */
final class TlsDoor implements Opening {
  private final Executor works;
  private final Callable<SslContext> keys;
  private final Function<SslContext, CompletionStage<StreamListener>> listen;
  private final AtomicBoolean trying = new AtomicBoolean();
  private volatile @Nullable StreamListener listener;

  /**
   * @param works runs the look-up
   * @param keys looks up and may wait
   */
  TlsDoor(
      Executor works,
      Callable<SslContext> keys,
      Function<SslContext, CompletionStage<StreamListener>> listen) {
    this.works = works;
    this.keys = keys;
    this.listen = listen;
  }

  /** While an attempt goes on, a further one has no outcome of its own. */
  @Override
  public CompletionStage<OpenDoor> open() {
    if (!trying.compareAndSet(false, true)) {
      return new CompletableFuture<>();
    }
    try {
      return CompletableFuture.supplyAsync(this::context, works)
          .thenCompose(listen)
          .thenApply(this::opened)
          .whenComplete((door, failure) -> trying.set(false));
    } catch (RejectedExecutionException e) {
      trying.set(false);
      throw e;
    }
  }

  private SslContext context() {
    try {
      return keys.call();
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  private OpenDoor opened(StreamListener opened) {
    listener = opened;
    return new OpenDoor(opened.toString(), opened::close);
  }

  /** Connections closed because the listener's limit was reached. */
  long refused() {
    StreamListener last = listener;
    return last == null ? 0 : last.refused();
  }
}
