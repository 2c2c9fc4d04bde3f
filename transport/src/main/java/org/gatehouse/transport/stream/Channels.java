package org.gatehouse.transport.stream;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;

/**
 * What is done to a connection without waiting for its end, from any thread. A write that fails
 * arrives in the pipeline as an exception, and its octets are released.
 */
public final class Channels {
  private Channels() {}

  /** Writes without flush; the message is given away. */
  public static void write(Channel channel, Object message) {
    var unused = channel.write(message, channel.voidPromise());
  }

  /** Writes and flushes; the message is given away. */
  public static void send(Channel channel, Object message) {
    var unused = channel.writeAndFlush(message, channel.voidPromise());
  }

  /** Closes now; what was not yet sent is lost. */
  public static void close(Channel channel) {
    var unused = channel.close();
  }

  /**
   * Closes once everything written before has been sent. A loop that is ending closes its own
   * connections.
   */
  public static void closeAfterFlush(Channel channel) {
    if (channel.eventLoop().isShuttingDown()) {
      return;
    }
    channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }
}
