package org.gatehouse.authorization;

import java.util.Optional;
import org.gatehouse.directory.Names;

/** Finds the host of a SIP or SIPS URI (RFC 3261 §19.1.1). */
final class SipUriHost {
  private SipUriHost() {}

  /**
   * The host without port, in the form in which domains are kept. Empty for other schemes and for
   * what is no SIP URI. The part before the at sign may hold {@code ;} and {@code ?} unescaped (RFC
   * 3261 §25.1), but no at sign.
   */
  static Optional<String> of(String uri) {
    int colon = uri.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String scheme = uri.substring(0, colon);
    if (!scheme.equalsIgnoreCase("sip") && !scheme.equalsIgnoreCase("sips")) {
      return Optional.empty();
    }
    int at = uri.indexOf('@', colon);
    if (at >= 0 && uri.indexOf('@', at + 1) >= 0) {
      return Optional.empty();
    }
    return withoutPort(hostport(uri.substring(Math.max(colon, at) + 1))).flatMap(Names::host);
  }

  private static String hostport(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      if (rest.charAt(i) == ';' || rest.charAt(i) == '?') {
        return rest.substring(0, i);
      }
    }
    return rest;
  }

  private static Optional<String> withoutPort(String hostport) {
    int end = hostport.startsWith("[") ? hostport.indexOf(']') + 1 : hostport.indexOf(':');
    if (end < 0) {
      return Optional.of(hostport);
    }
    String port = hostport.substring(end);
    return end > 0 && (port.isEmpty() || port.matches(":\\d{1,5}"))
        ? Optional.of(hostport.substring(0, end))
        : Optional.empty();
  }
}
