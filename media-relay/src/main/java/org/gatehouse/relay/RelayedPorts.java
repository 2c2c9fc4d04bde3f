package org.gatehouse.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import org.gatehouse.relay.RelayConfiguration.PortRange;
import org.gatehouse.transport.UdpLoop;
import org.gatehouse.turn.Answer;
import org.gatehouse.turn.Answer.Denied;
import org.gatehouse.turn.Answer.Granted;
import org.gatehouse.turn.ErrorCodes;
import org.gatehouse.turn.RelayedSockets;
import org.gatehouse.turn.Step.NeedsRelayedAddress;
import org.jspecify.annotations.Nullable;

/**
 * Binds relayed transport addresses at ports that nobody can foresee (RFC 8656 §7.2). Belongs to
 * the loop.
 */
final class RelayedPorts {
  private static final int ATTEMPTS = 64;

  private final UdpLoop loop;
  private final RelayConfiguration configuration;
  private final PeerSocket.Way way;
  private final SecureRandom random;

  RelayedPorts(
      UdpLoop loop, RelayConfiguration configuration, PeerSocket.Way way, SecureRandom random) {
    this.loop = loop;
    this.configuration = configuration;
    this.way = way;
    this.random = random;
  }

  /** What was wished for, or 508 where so many ports in a row were taken. */
  Answer<RelayedSockets> bind(NeedsRelayedAddress wish) {
    InetAddress address = configuration.relayedAddresses().get(wish.family());
    if (address == null) {
      return new Denied<>(ErrorCodes.ADDRESS_FAMILY_NOT_SUPPORTED);
    }
    for (int i = 0; i < ATTEMPTS; i++) {
      PeerSocket first = bind(address, candidate(wish.even()));
      if (first == null) {
        continue;
      }
      int port = first.address().getPort();
      PeerSocket next = wish.pair() ? bind(address, port + 1) : null;
      if ((wish.even() && port % 2 != 0) || (wish.pair() && next == null)) {
        first.close();
        if (next != null) {
          next.close();
        }
      } else {
        return new Granted<>(new RelayedSockets(first, next));
      }
    }
    return new Denied<>(ErrorCodes.INSUFFICIENT_CAPACITY);
  }

  private int candidate(boolean even) {
    PortRange ports = configuration.ports();
    if (ports.first() == 0) {
      return 0;
    }
    int port = ports.first() + random.nextInt(ports.last() - ports.first() + 1);
    return even ? port & ~1 : port;
  }

  private @Nullable PeerSocket bind(InetAddress address, int port) {
    PortRange ports = configuration.ports();
    if (port > 65535 || (ports.first() != 0 && (port < ports.first() || port > ports.last()))) {
      return null;
    }
    PeerSocket socket = new PeerSocket(way);
    try {
      socket.bound(loop.bindInLoop(new InetSocketAddress(address, port), socket));
      return socket;
    } catch (IOException e) {
      return null;
    }
  }
}
