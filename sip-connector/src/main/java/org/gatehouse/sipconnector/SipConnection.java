package org.gatehouse.sipconnector;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.sip.Limits;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipStreamFraming;
import org.gatehouse.transport.stream.Channels;

/**
 * Cuts a connection into messages (RFC 3261 §18.3) and hands them to the loop of the elements;
 * reads no further while too many wait there.
 */
final class SipConnection extends ChannelInboundHandlerAdapter {
  private static final int MOST_WAITING = 128;
  private static final byte[] CRLF = {'\r', '\n'};

  private final Leg leg;
  private final StreamFlow flow;
  private final Inbound inbound;
  private final SipStreamFraming framing = new SipStreamFraming(Limits.DEFAULT);
  private final AtomicInteger waiting = new AtomicInteger();

  SipConnection(Leg leg, StreamFlow flow, Inbound inbound) {
    this.leg = leg;
    this.flow = flow;
    this.inbound = inbound;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf buffer = (ByteBuf) message;
    try {
      List<byte[]> messages = framing.append(buffer.nioBuffer());
      for (byte[] octets : messages) {
        hand(context, octets);
      }
      // RFC 5626 §4.4.1: one CRLF for each double CRLF
      for (int i = framing.takeKeepAlives(); i > 0; i--) {
        Channels.send(context.channel(), Unpooled.wrappedBuffer(CRLF));
      }
    } catch (SipFormatException e) {
      byte[] held = framing.held();
      leg.loop().execute(() -> inbound.lost(held, e, flow));
      context.channel().config().setAutoRead(false);
    } finally {
      buffer.release();
    }
  }

  private void hand(ChannelHandlerContext context, byte[] octets) {
    if (waiting.incrementAndGet() == MOST_WAITING) {
      context.channel().config().setAutoRead(false);
    }
    leg.loop()
        .execute(
            () -> {
              inbound.message(octets, flow);
              if (waiting.decrementAndGet() == MOST_WAITING / 2) {
                context.channel().config().setAutoRead(true);
              }
            });
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    leg.loop().execute(() -> leg.gone(flow));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    SipLog.LOG.connectionFailed(flow.remote(), cause);
    Channels.close(context.channel());
  }
}
