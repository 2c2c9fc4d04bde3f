package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

/**
 * A request from outside.
 *
 * @param stranger who asks
 * @param method the HTTP method
 * @param host the Host without port, lower case
 * @param path the absolute path, percent-decoded once and without dot segments
 */
public record HttpQuestion(Stranger stranger, String method, String host, String path) {
  public HttpQuestion {
    requireNonNull(stranger, "stranger");
    requireNonNull(method, "method");
    requireNonNull(host, "host");
    requireNonNull(path, "path");
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path must be absolute: " + path);
    }
  }
}
