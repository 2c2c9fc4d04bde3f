package org.gatehouse.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A user outside with all its equipment: a user agent and an allocation at the relay. */
final class Party implements AutoCloseable {
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final UserAgent agent;
  private final RelayClient relay;
  private boolean registered;
  private @Nullable InetSocketAddress relayed;

  Party(Account account, InetSocketAddress edge, InetSocketAddress turn, Stage stage)
      throws IOException {
    this.agent = new UserAgent(account, edge, stage);
    this.relay = new RelayClient(account, turn, stage);
  }

  UserAgent agent() {
    return agent;
  }

  String name() {
    return agent.account().user();
  }

  RelayClient relay() {
    return relay;
  }

  void register() throws IOException {
    agent.register(LIFETIME);
    registered = true;
  }

  void allocate() throws IOException {
    relayed = relay.allocate();
  }

  /** Where media for this party go. */
  SessionDescription description() throws IOException {
    if (relayed == null) {
      throw new IOException(agent.account().user() + " has no relayed address");
    }
    return new SessionDescription(relayed);
  }

  /** Gives back the allocation and the registration. */
  void leave() throws IOException {
    try {
      if (relayed != null) {
        relay.release();
        relayed = null;
      }
    } finally {
      if (registered) {
        agent.register(Duration.ZERO);
        registered = false;
      }
    }
  }

  @Override
  public void close() {
    agent.close();
    relay.close();
  }
}
