package org.gatehouse.web.proxy;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The fields that belong to one connection only (RFC 9110 §7.6.1). */
final class HopByHop {
  private static final List<HttpString> FIELDS =
      List.of(
          Headers.CONNECTION,
          Headers.KEEP_ALIVE,
          new HttpString("Proxy-Connection"),
          Headers.TE,
          Headers.TRAILER,
          Headers.TRANSFER_ENCODING,
          Headers.UPGRADE,
          new HttpString("HTTP2-Settings"),
          Headers.PROXY_AUTHENTICATE,
          new HttpString("Proxy-Authentication-Info"),
          Headers.PROXY_AUTHORIZATION);

  private HopByHop() {}

  /** Removes them, and those that Connection names. */
  static void remove(HeaderMap headers) {
    options(headers).forEach(headers::remove);
    FIELDS.forEach(headers::remove);
  }

  /** The connection options, lower case (RFC 9110 §7.6.1). */
  static List<String> options(HeaderMap headers) {
    HeaderValues connection = headers.get(Headers.CONNECTION);
    if (connection == null) {
      return List.of();
    }
    List<String> options = new ArrayList<>();
    for (String value : connection) {
      for (String option : value.split(",", -1)) {
        if (!option.isBlank()) {
          options.add(option.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    return options;
  }
}
