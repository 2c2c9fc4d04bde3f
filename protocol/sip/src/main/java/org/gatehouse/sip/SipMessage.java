package org.gatehouse.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A SIP request or response (RFC 3261 §7): its octets, and where the header fields lie in them.
 *
 * <p>Values are decoded when asked for, as UTF-8. A message that {@link #parse} gave has a Via,
 * From, To, Call-ID and CSeq, of which Via and CSeq are well formed throughout, so no accessor
 * throws; what else the rules ask for is in the message checks.
 */
public final class SipMessage {
  private final byte[] bytes;
  private final StartLine startLine;
  private final List<MessageScan.Line> lines;
  private final int bodyStart;
  private final int bodyEnd;

  private SipMessage(byte[] bytes, Limits limits) throws SipFormatException {
    MessageScan scan = new MessageScan(bytes, limits);
    this.bytes = bytes;
    this.startLine = StartLine.parse(scan.startLine());
    this.lines = scan.headerLines();
    this.bodyStart = scan.bodyStart();
    this.bodyEnd = bytes.length;
  }

  private SipMessage(SipMessage whole, int bodyEnd) {
    this.bytes = whole.bytes;
    this.startLine = whole.startLine;
    this.lines = whole.lines;
    this.bodyStart = whole.bodyStart;
    this.bodyEnd = bodyEnd;
  }

  /** Reads a whole datagram, or a message that a stream framing cut out. */
  public static SipMessage parse(byte[] bytes) throws SipFormatException {
    return parse(bytes, Limits.DEFAULT);
  }

  /** As {@link #parse(byte[])} within other limits. The octets are copied. */
  public static SipMessage parse(byte[] bytes, Limits limits) throws SipFormatException {
    SipMessage message = parseHead(bytes, limits);
    MandatoryHeaders.require(message);
    return new SipMessage(message, message.bodyStart + message.bodyLength());
  }

  /**
   * Reads start line and header field lines only, so that a malformed request can be answered: no
   * header field need be there, and what follows is the body whatever Content-Length says.
   */
  public static SipMessage parseHead(byte[] bytes, Limits limits) throws SipFormatException {
    if (bytes.length > limits.maximumLengthInBytes()) {
      throw new SipFormatException("message", limits.maximumLengthInBytes(), "RFC 3261 §18.1.1");
    }
    return new SipMessage(bytes.clone(), limits);
  }

  /** A message of our own making, from octets that nobody else holds. */
  static SipMessage built(byte[] bytes) {
    try {
      return new SipMessage(bytes, new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE));
    } catch (SipFormatException e) {
      throw new IllegalStateException("an edit broke the message", e);
    }
  }

  /**
   * The response to {@code request} (§8.2.6): its From, Call-ID, CSeq, all Via lines in order and
   * To as they came, with {@code toTag} added where To has none; Timestamp too for a 100.
   */
  public static SipMessage response(
      SipMessage request, int status, String reason, @Nullable String toTag) {
    return Responses.to(request, status, reason, toTag);
  }

  public boolean isRequest() {
    return startLine.status() == 0;
  }

  /** The method of the request line, or for a response that of CSeq. */
  public String method() {
    return isRequest() ? startLine.subject() : cseqMethod();
  }

  /** The Request-URI as written; empty for a response. */
  public String requestUri() {
    return startLine.requestUri();
  }

  /** 100 to 699, or 0 for a request. */
  public int statusCode() {
    return startLine.status();
  }

  /** The reason phrase, which may be empty; empty for a request. */
  public String reasonPhrase() {
    return isRequest() ? "" : startLine.subject();
  }

  /** The SIP-Version of the start line. */
  public String version() {
    return startLine.version();
  }

  /** The first value, unfolded and trimmed. */
  public Optional<String> first(HeaderName name) {
    for (MessageScan.Line line : lines) {
      if (line.name().equals(name)) {
        String value = value(line);
        return Optional.of(name.list() ? HeaderValues.split(value, ',').get(0) : value);
      }
    }
    return Optional.empty();
  }

  /** Whether the start line is written with single spaces and nothing after it (§25.1). */
  public boolean exactStartLine() {
    return startLine.exact();
  }

  /** All values in order; lines of a list are parted at their commas. */
  public List<String> values(HeaderName name) {
    List<String> values = new ArrayList<>(4);
    for (MessageScan.Line line : lines) {
      if (line.name().equals(name)) {
        if (name.list()) {
          values.addAll(HeaderValues.split(value(line), ','));
        } else {
          values.add(value(line));
        }
      }
    }
    return values;
  }

  /** How many values {@link #values} gives. */
  public int count(HeaderName name) {
    return values(name).size();
  }

  /** The names of the header field lines in order. */
  public List<HeaderName> names() {
    return lines.stream().map(MessageScan.Line::name).toList();
  }

  /** The Call-ID; empty only on a head without one. */
  public String callId() {
    return first(HeaderName.CALL_ID).orElse("");
  }

  /** 0 to 2^31 - 1; -1 only on a head without a proper one. */
  public long cseqNumber() {
    String value = first(HeaderName.CSEQ).orElse("");
    return HeaderValues.number(value.substring(0, cseqSplit(value)), Integer.MAX_VALUE);
  }

  /** The method of CSeq; empty only on a head without one. */
  public String cseqMethod() {
    String value = first(HeaderName.CSEQ).orElse("");
    return value.substring(cseqSplit(value)).strip();
  }

  /**
   * The topmost Via.
   *
   * @throws IllegalStateException on a head that has none well formed, or after an edit took the
   *     last
   */
  public Via topVia() {
    try {
      return Via.parse(first(HeaderName.VIA).orElse(""));
    } catch (SipFormatException e) {
      throw new IllegalStateException("no Via", e);
    }
  }

  /** The tag of From. */
  public Optional<String> fromTag() {
    return tag(HeaderName.FROM);
  }

  /** The tag of To. */
  public Optional<String> toTag() {
    return tag(HeaderName.TO);
  }

  /** Max-Forwards, 0 to 255; empty where there is none or it is no such number. */
  public OptionalInt maxForwards() {
    long hops = HeaderValues.number(first(HeaderName.MAX_FORWARDS).orElse(""), 255);
    return hops < 0 ? OptionalInt.empty() : OptionalInt.of((int) hops);
  }

  /** A copy of the body. */
  public byte[] body() {
    return Arrays.copyOfRange(bytes, bodyStart, bodyEnd);
  }

  public Edit edit() {
    return new Edit(this);
  }

  /** The octets for the network: as they came, without any after the body. */
  public byte[] encode() {
    return Arrays.copyOf(bytes, bodyEnd);
  }

  byte[] bytes() {
    return bytes;
  }

  StartLine startLine() {
    return startLine;
  }

  List<MessageScan.Line> lines() {
    return lines;
  }

  /** The value of a line: folds become one space, white space around goes (§7.3.1). */
  String value(MessageScan.Line line) {
    String raw =
        new String(bytes, line.value(), line.to() - line.value(), StandardCharsets.UTF_8).strip();
    if (raw.indexOf('\r') < 0) {
      return raw;
    }
    StringBuilder unfolded = new StringBuilder(raw.length());
    raw.lines().forEach(part -> unfolded.append(part.strip()).append(' '));
    return unfolded.toString().strip();
  }

  private int bodyLength() throws SipFormatException {
    List<String> lengths = values(HeaderName.CONTENT_LENGTH);
    if (lengths.isEmpty()) {
      return bytes.length - bodyStart;
    }
    long length =
        lengths.size() > 1 ? -1 : HeaderValues.number(lengths.get(0), bytes.length - bodyStart);
    if (length < 0) {
      throw new SipFormatException("Content-Length", bodyStart, "RFC 3261 §18.3");
    }
    return (int) length;
  }

  private Optional<String> tag(HeaderName name) {
    Map<String, String> parameters = HeaderValues.parameters(first(name).orElse(""));
    return Optional.ofNullable(parameters.get("tag")).filter(tag -> !tag.isEmpty());
  }

  private static int cseqSplit(String value) {
    int i = 0;
    while (i < value.length() && value.charAt(i) != ' ' && value.charAt(i) != '\t') {
      i++;
    }
    return i;
  }

  /** The start line and the size: values may be secrets. */
  @Override
  public String toString() {
    return startLine + " (" + bodyEnd + " bytes)";
  }
}
