package org.gatehouse.demo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/**
 * Where the doors of a server are: the defaults moved by its port offset, or what the environment
 * says.
 *
 * @param offset what is added to every default port
 * @param environment variables by name, as the launcher of the server knows them
 */
public record Doors(int offset, Map<String, String> environment) {
  public Doors {
    environment = Map.copyOf(environment);
  }

  /** The doors of a server whose environment names none. */
  public static Doors at(int offset) {
    return new Doors(offset, Map.of());
  }

  /** SIP from outside. */
  public InetSocketAddress sip() {
    return address("GATEHOUSE_SIP_EXTERNAL_BIND", 5060);
  }

  /** STUN and TURN from outside. */
  public InetSocketAddress relay() {
    return address("GATEHOUSE_TURN_EXTERNAL_BIND", 3478);
  }

  /** STUN and TURN from inside. */
  public InetSocketAddress relayInside() {
    return address("GATEHOUSE_TURN_INTERNAL_BIND", 3479);
  }

  /** Participants of meetings. */
  public InetSocketAddress conference() {
    return address("GATEHOUSE_CONFERENCE_EXTERNAL_BIND", 8444);
  }

  /** Meeting servers, which dial out from inside. */
  public InetSocketAddress conferenceInside() {
    return address("GATEHOUSE_CONFERENCE_INTERNAL_BIND", 8057);
  }

  /** The HTTP reverse proxy. */
  public InetSocketAddress http() {
    return new InetSocketAddress(
        InetAddress.getLoopbackAddress(), port("GATEHOUSE_HTTP_PORT", 8080));
  }

  /** The operations API. */
  public InetSocketAddress operations() {
    return new InetSocketAddress(
        InetAddress.getLoopbackAddress(), port("GATEHOUSE_OPERATIONS_PORT", 9443));
  }

  /** The root of the operations API, without a slash at its end. */
  public URI operationsApi() {
    return URI.create("https://127.0.0.1:" + operations().getPort() + "/operations/api");
  }

  /** How people name a door. */
  static String label(InetSocketAddress address, String protocol) {
    return address.getPort() + "/" + protocol;
  }

  private int port(String variable, int otherwise) {
    String value = environment.getOrDefault(variable, "");
    return offset + (value.isBlank() ? otherwise : Integer.parseInt(value.strip()));
  }

  private InetSocketAddress address(String variable, int port) {
    String value = environment.getOrDefault(variable, "").strip();
    int colon = value.lastIndexOf(':');
    if (colon < 0) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), offset + port);
    }
    String host = value.substring(0, colon).replaceAll("[\\[\\]]", "");
    InetSocketAddress bound =
        new InetSocketAddress(host, Integer.parseInt(value.substring(colon + 1)));
    InetAddress named = bound.getAddress();
    return named != null && named.isAnyLocalAddress()
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), bound.getPort())
        : bound;
  }
}
