package org.gatehouse.web.proxy;

/** A path that two readers could understand differently. */
final class RequestPathFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  RequestPathFormatException(String reason) {
    super(reason, null, false, false);
  }
}
