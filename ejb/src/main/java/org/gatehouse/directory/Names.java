package org.gatehouse.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.directory.snapshot.Network;

/** Which names the directory takes. */
public final class Names {
  static final String HOST_RULE =
      "use a host name of letters, digits and hyphens, or an IP address, without port";
  static final String NAME_RULE =
      "use 1 to 64 letters, digits, points, hyphens and underscores, a letter or digit first";

  private static final Pattern HOST =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private Names() {}

  /**
   * The form in which hosts are compared (RFC 3261 §19.1.4: without regard to case): lower case, an
   * IPv6 reference without its brackets and in Java's spelling, a final point dropped. Empty when
   * the text is no host.
   */
  public static Optional<String> host(String text) {
    String host = text.strip().toLowerCase(Locale.ROOT);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    if (host.indexOf(':') >= 0) {
      return host.indexOf('/') >= 0
          ? Optional.empty()
          : Network.parse(host).map(network -> addressOf(network.toString()));
    }
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    return host.length() <= 253 && HOST.matcher(host).matches()
        ? Optional.of(host)
        : Optional.empty();
  }

  private static String addressOf(String network) {
    return network.substring(0, network.indexOf('/'));
  }

  /** Whether this may name a resource or a conference. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
