package org.gatehouse.directory;

import java.util.Map;

/**
 * What the environment says about the directory.
 *
 * <p>{@code realm} counts at every start; digests of another realm stay stored and unused. The
 * others fill an empty directory at the very first start; later the directory is what counts.
 *
 * @param realm {@code GATEHOUSE_REALM}, the realm for which passwords are hashed; default {@code
 *     gatehouse}
 * @param domain {@code GATEHOUSE_DOMAIN}, the first SIP domain, a host name or an IP address;
 *     default {@code localhost}
 * @param httpTarget {@code GATEHOUSE_HTTP_TARGET}, the inside origin of the first published
 *     resources; default {@code http://127.0.0.1:8000}
 * @param relayAllowLoopback {@code GATEHOUSE_RELAY_ALLOW_LOOPBACK}, whether the relay may reach
 *     peers on loopback; {@code true} or {@code false}. The default is {@code true} because the
 *     quick start runs everything on loopback; anywhere else it should be {@code false}
 */
record DirectorySettings(
    String realm, String domain, String httpTarget, String relayAllowLoopback) {

  static DirectorySettings of(Map<String, String> environment) {
    return new DirectorySettings(
        valueOf(environment, "GATEHOUSE_REALM", "gatehouse"),
        valueOf(environment, "GATEHOUSE_DOMAIN", "localhost"),
        valueOf(environment, "GATEHOUSE_HTTP_TARGET", "http://127.0.0.1:8000"),
        valueOf(environment, "GATEHOUSE_RELAY_ALLOW_LOOPBACK", "true"));
  }

  private static String valueOf(Map<String, String> environment, String name, String otherwise) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }
}
