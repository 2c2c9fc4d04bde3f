package org.gatehouse.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The one pass over a message (RFC 3261 §7): where its lines are, without reading their values. */
final class MessageScan {
  /**
   * One header field line: {@code from} to {@code to} with its line end, value from {@code value}.
   */
  record Line(HeaderName name, int from, int value, int to) {}

  private final byte[] bytes;
  private final Limits limits;
  private int at;

  MessageScan(byte[] bytes, Limits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  /** Skips empty lines before the start line (§7.5) and gives the start line. */
  String startLine() throws SipFormatException {
    if (bytes.length > limits.maximumLengthInBytes()) {
      throw new SipFormatException("message", limits.maximumLengthInBytes(), "RFC 3261 §18.1.1");
    }
    while (at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n') {
      at += 2;
    }
    int from = at;
    int end = lineEnd(from);
    at = end + 2;
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  /** Gives the header field lines and stands at the first octet of the body. */
  List<Line> headerLines() throws SipFormatException {
    List<Line> lines = new ArrayList<>(16);
    int end = lineEnd(at);
    while (end > at) {
      int from = at;
      int to = end + 2;
      while (to < bytes.length && (bytes[to] == ' ' || bytes[to] == '\t')) {
        to = lineEnd(to) + 2;
      }
      if (lines.size() == limits.maximumHeaders()) {
        throw new SipFormatException("header count", from, "RFC 3261 §7.3");
      }
      lines.add(line(from, end, to));
      at = to;
      end = lineEnd(at);
    }
    at = end + 2;
    return lines;
  }

  int bodyStart() {
    return at;
  }

  private Line line(int from, int end, int to) throws SipFormatException {
    int colon = from;
    while (colon < end && bytes[colon] != ':') {
      colon++;
    }
    String name =
        new String(bytes, from, colon - from, StandardCharsets.ISO_8859_1).stripTrailing();
    if (colon == end || !HeaderValues.isToken(name)) {
      throw new SipFormatException("header name", from, "RFC 3261 §7.3.1");
    }
    return new Line(HeaderName.of(name), from, colon + 1, to);
  }

  private int lineEnd(int from) throws SipFormatException {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        throw new SipFormatException("line end", i, "RFC 3261 §7");
      }
      if (bytes[i] == '\r') {
        if (i + 1 < bytes.length && bytes[i + 1] == '\n') {
          return i;
        }
        throw new SipFormatException("line end", i, "RFC 3261 §7");
      }
    }
    throw new SipFormatException("line end", bytes.length, "RFC 3261 §7");
  }
}
