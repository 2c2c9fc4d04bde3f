package org.gatehouse.web.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpAttachments;
import io.undertow.util.AttachmentKey;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Bounds the request content: a declared length over the limit is refused before a connection to
 * the inside is made, an undeclared one when it passes the limit (RFC 9110 §15.5.14); the inside
 * then sees a message that is not complete. Trailer fields are not forwarded (RFC 9110 §6.5.1):
 * nothing has judged them.
 */
final class RequestBody implements HttpHandler {
  /** Present where the content passed the limit while it was forwarded. */
  static final AttachmentKey<Boolean> TOO_LARGE = AttachmentKey.create(Boolean.class);

  private final HttpHandler next;
  private final long limit;
  private final ProxyCounters counters;

  RequestBody(HttpHandler next, long limit, ProxyCounters counters) {
    this.next = next;
    this.limit = limit;
    this.counters = counters;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (exchange.isRequestComplete()) {
      next.handleRequest(exchange);
      return;
    }
    if (exchange.getRequestContentLength() > limit) {
      counters.tooLarge.increment();
      ErrorAnswers.answer(exchange, StatusCodes.REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    exchange.addRequestWrapper((factory, same) -> new Content(factory.create(), same));
    next.handleRequest(exchange);
  }

  /** The octets of one content. What comes after the limit can be read, but only to discard it. */
  private final class Content extends AbstractStreamSourceConduit<StreamSourceConduit> {
    private final HttpServerExchange exchange;
    private long count;
    private boolean tooLarge;

    private Content(StreamSourceConduit next, HttpServerExchange exchange) {
      super(next);
      this.exchange = exchange;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
      return (int) take(() -> super.read(to));
    }

    @Override
    public long read(ByteBuffer[] to, int offset, int length) throws IOException {
      return take(() -> super.read(to, offset, length));
    }

    @Override
    public long transferTo(long position, long most, FileChannel target) throws IOException {
      return target.transferFrom(new ConduitReadableByteChannel(this), position, most);
    }

    @Override
    public long transferTo(long most, ByteBuffer through, StreamSinkChannel target)
        throws IOException {
      return IoUtils.transfer(new ConduitReadableByteChannel(this), most, through, target);
    }

    @Override
    public void terminateReads() throws IOException {
      if (!tooLarge) {
        super.terminateReads();
      }
    }

    private long take(Reading reading) throws IOException {
      try {
        long octets = reading.read();
        if (octets < 0) {
          exchange.removeAttachment(HttpAttachments.REQUEST_TRAILERS);
        } else {
          count(octets);
        }
        return octets;
      } catch (IOException e) {
        InsideClient.abort(exchange);
        throw e;
      }
    }

    private void count(long octets) throws IOException {
      count += octets;
      if (count > limit && !tooLarge) {
        tooLarge = true;
        exchange.putAttachment(TOO_LARGE, true);
        counters.tooLarge.increment();
        throw new IOException("request content is over the limit");
      }
    }
  }

  private interface Reading {
    long read() throws IOException;
  }
}
