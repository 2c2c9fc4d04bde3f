package org.gatehouse.sip;

/**
 * Bounds on one message: 64 KiB and 256 header fields unless configured.
 *
 * @param maximumLengthInBytes start line, header fields and body together
 * @param maximumHeaders number of header field lines
 */
public record Limits(int maximumLengthInBytes, int maximumHeaders) {
  public static final Limits DEFAULT = new Limits(65536, 256);

  public Limits {
    if (maximumLengthInBytes < 1 || maximumHeaders < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
