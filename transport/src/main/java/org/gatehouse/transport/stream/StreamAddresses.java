package org.gatehouse.transport.stream;

import java.net.InetSocketAddress;

/** Transport addresses for people. */
final class StreamAddresses {
  private StreamAddresses() {}

  /** {@code host:port} or {@code [IPv6]:port}, as configuration writes it. */
  static String text(InetSocketAddress address) {
    String host =
        address.isUnresolved() ? address.getHostString() : address.getAddress().getHostAddress();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
  }

  /** The address, then what the system said without the name of its call. */
  static String failure(InetSocketAddress address, Throwable failure) {
    String message = failure.getMessage();
    if (message == null) {
      return text(address) + ": " + failure.getClass().getSimpleName();
    }
    String repeated = ": " + address;
    String said =
        message.endsWith(repeated)
            ? message.substring(0, message.length() - repeated.length())
            : message;
    int call = said.lastIndexOf(": ");
    return text(address) + ": " + (call < 0 ? said : said.substring(call + 2));
  }
}
