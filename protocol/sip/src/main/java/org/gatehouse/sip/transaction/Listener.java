package org.gatehouse.sip.transaction;

import java.net.InetSocketAddress;

/**
 * Where we listen and what we call ourselves there.
 *
 * @param name such as {@code external}
 * @param address the transport address that goes into Via, Record-Route and Path
 */
public record Listener(String name, InetSocketAddress address) {

  /** Host and port as they stand in a Via or a URI, IPv6 in brackets. */
  public String sentBy() {
    String host = address.getAddress().getHostAddress();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
