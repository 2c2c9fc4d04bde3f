package org.gatehouse.sipconnector;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.transaction.Flow;
import org.gatehouse.sip.transaction.Listener;
import org.gatehouse.transport.stream.Channels;
import org.jspecify.annotations.Nullable;

/** A TCP connection, open or being opened. Its state belongs to the loop of the elements. */
final class StreamFlow implements Flow {
  private static final int WAITING_MESSAGES = 64;

  private record Waiting(SipMessage message, Runnable failed) {}

  private final Leg leg;
  private final InetSocketAddress remote;
  private final long id;
  private final List<Waiting> waiting = new ArrayList<>();
  private @Nullable Channel channel;
  private boolean closed;

  StreamFlow(Leg leg, InetSocketAddress remote, long id) {
    this.leg = leg;
    this.remote = remote;
    this.id = id;
  }

  /** A number that no other connection of this element had. */
  long id() {
    return id;
  }

  void opened(Channel open) {
    channel = open;
    waiting.forEach(one -> write(open, one));
    waiting.clear();
  }

  /** The connection is gone or never came; what waits has failed. */
  void closed() {
    closed = true;
    List<Waiting> lost = List.copyOf(waiting);
    waiting.clear();
    lost.forEach(one -> one.failed().run());
  }

  /** Closes after what was sent. */
  void close() {
    Channel open = channel;
    if (open != null) {
      Channels.closeAfterFlush(open);
    }
  }

  @Override
  public String transport() {
    return "TCP";
  }

  @Override
  public Listener listener() {
    return leg.listener();
  }

  @Override
  public InetSocketAddress remote() {
    return remote;
  }

  @Override
  public boolean reliable() {
    return true;
  }

  @Override
  public Flow toPort(int port) {
    return this;
  }

  @Override
  public void send(SipMessage message, Runnable failed) {
    Channel open = channel;
    Waiting one = new Waiting(message, failed);
    if (closed || (open == null && waiting.size() >= WAITING_MESSAGES)) {
      leg.loop().execute(failed);
    } else if (open == null) {
      waiting.add(one);
    } else {
      write(open, one);
    }
  }

  /** A peer that does not read gets no more than the water mark allows. */
  private void write(Channel open, Waiting one) {
    if (!open.isWritable()) {
      leg.loop().execute(one.failed());
      return;
    }
    leg.traffic().sent.increment();
    open.writeAndFlush(Unpooled.wrappedBuffer(one.message().encode()))
        .addListener(
            done -> {
              if (!done.isSuccess()) {
                leg.loop().execute(one.failed());
              }
            });
  }

  @Override
  public String toString() {
    return "TCP " + remote;
  }
}
