package org.gatehouse.transport.stream;

/**
 * How a listener treats its connections.
 *
 * @param maximumConnections connections held at once; one more is closed as soon as accepted
 * @param noDelay whether small segments go out at once (TCP_NODELAY)
 * @param reuseAddress whether to bind while old connections are in TIME-WAIT (SO_REUSEADDR)
 * @param lowWaterMark bytes waiting to be sent below which a connection is writable again
 * @param highWaterMark bytes waiting to be sent above which a connection is not writable
 */
public record ListenOptions(
    int maximumConnections,
    boolean noDelay,
    boolean reuseAddress,
    int lowWaterMark,
    int highWaterMark) {
  public ListenOptions {
    if (maximumConnections < 1) {
      throw new IllegalArgumentException("at least one connection, not " + maximumConnections);
    }
    if (lowWaterMark < 0 || highWaterMark < lowWaterMark) {
      throw new IllegalArgumentException(
          "water marks in order, not " + lowWaterMark + " and " + highWaterMark);
    }
  }

  /** No delay, address reused, water marks at 32 and 64 KiB. */
  public static ListenOptions atMost(int connections) {
    return new ListenOptions(connections, true, true, 32 * 1024, 64 * 1024);
  }
}
