package org.gatehouse.sip;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a byte stream into messages by Content-Length (RFC 3261 §18.3) and counts the keep-alives
 * between them (RFC 5626 §3.5.1): a double CRLF, each to be answered with one CRLF.
 *
 * <p>After a {@link SipFormatException} the place of the next message is not known, so the
 * connection has to be closed.
 */
public final class SipStreamFraming {
  private final Limits limits;
  private byte[] held = new byte[1024];
  private int length;
  private int searched;
  private int total = -1;
  private int crlfs;
  private int keepAlives;

  public SipStreamFraming(Limits limits) {
    this.limits = limits;
  }

  /**
   * Takes all of {@code octets} and gives the octets of each message that is now whole, in order.
   */
  public List<byte[]> append(ByteBuffer octets) throws SipFormatException {
    List<byte[]> messages = new ArrayList<>();
    while (octets.hasRemaining()) {
      int room = Math.min(octets.remaining(), limits.maximumLengthInBytes() + 1 - length);
      if (room <= 0) {
        throw new SipFormatException("message", length, "RFC 3261 §18.3");
      }
      if (held.length < length + room) {
        held = Arrays.copyOf(held, Math.max(length + room, 2 * held.length));
      }
      octets.get(held, length, room);
      length += room;
      cut(messages);
    }
    return messages;
  }

  /** What has arrived of the next message: after a failure, what failed. */
  public byte[] held() {
    return Arrays.copyOf(held, length);
  }

  /** How many keep-alives came since this was last asked. */
  public int takeKeepAlives() {
    int taken = keepAlives;
    keepAlives = 0;
    return taken;
  }

  private void cut(List<byte[]> messages) throws SipFormatException {
    while (true) {
      if (total < 0) {
        skipEmptyLines();
        int end = headEnd();
        if (end < 0) {
          return;
        }
        total = total(end);
      }
      if (length < total) {
        return;
      }
      messages.add(Arrays.copyOf(held, total));
      drop(total);
      total = -1;
    }
  }

  private void skipEmptyLines() {
    int at = 0;
    while (at + 1 < length && held[at] == '\r' && held[at + 1] == '\n') {
      at += 2;
      crlfs++;
      if (crlfs == 2) {
        keepAlives++;
        crlfs = 0;
      }
    }
    if (at > 0) {
      drop(at);
    }
    if (length > 0 && held[0] != '\r') {
      crlfs = 0;
    }
  }

  private int headEnd() {
    for (int i = searched; i + 3 < length; i++) {
      if (held[i] == '\r' && held[i + 1] == '\n' && held[i + 2] == '\r' && held[i + 3] == '\n') {
        return i + 4;
      }
    }
    searched = Math.max(0, length - 3);
    return -1;
  }

  private int total(int headEnd) throws SipFormatException {
    SipMessage head = SipMessage.parseHead(Arrays.copyOf(held, headEnd), limits);
    List<String> lengths = head.values(HeaderName.CONTENT_LENGTH);
    long body =
        lengths.size() == 1
            ? HeaderValues.number(lengths.get(0), limits.maximumLengthInBytes() - headEnd)
            : -1;
    if (body < 0) {
      throw new SipFormatException("Content-Length", headEnd, "RFC 3261 §18.3");
    }
    return headEnd + (int) body;
  }

  private void drop(int octets) {
    System.arraycopy(held, octets, held, 0, length - octets);
    length -= octets;
    searched = 0;
  }
}
