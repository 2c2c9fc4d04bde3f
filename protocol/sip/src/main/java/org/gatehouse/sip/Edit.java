package org.gatehouse.sip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes to a message: {@link #build} writes every line that was not touched as it came. */
public final class Edit {
  /** A line of the original, or in its place a value of ours. */
  private record Piece(HeaderName name, MessageScan.@Nullable Line line, String value) {}

  private final SipMessage original;
  private final List<Piece> pieces;
  private StartLine startLine;
  private byte @Nullable [] body;

  Edit(SipMessage original) {
    this.original = original;
    this.startLine = original.startLine();
    this.pieces = new ArrayList<>(original.lines().size() + 2);
    for (MessageScan.Line line : original.lines()) {
      pieces.add(new Piece(line.name(), line, ""));
    }
  }

  /** Replaces the Request-URI of a request (§16.6 step 2). */
  public Edit requestUri(String uri) {
    if (!original.isRequest() || uri.isEmpty() || uri.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("not a Request-URI");
    }
    startLine = new StartLine(0, startLine.subject(), checked(uri), startLine.version(), true);
    return this;
  }

  /** Adds a line before the first of that name, or before all lines. */
  public Edit addFirst(HeaderName name, String value) {
    pieces.add(Math.max(indexOf(name), 0), new Piece(name, null, checked(value)));
    return this;
  }

  /** Adds a line after all others. */
  public Edit add(HeaderName name, String value) {
    pieces.add(new Piece(name, null, checked(value)));
    return this;
  }

  /** Makes {@code value} the only one, in the place of the first. */
  public Edit set(HeaderName name, String value) {
    int at = indexOf(name);
    remove(name);
    pieces.add(at < 0 ? pieces.size() : at, new Piece(name, null, checked(value)));
    return this;
  }

  /** Takes away the first value, leaving others in the same line. */
  public Edit removeFirst(HeaderName name) {
    return first(name, List.of());
  }

  /** Puts {@code value} in the place of the first, or adds it where there is none. */
  public Edit replaceFirst(HeaderName name, String value) {
    return indexOf(name) < 0 ? add(name, value) : first(name, List.of(checked(value)));
  }

  /** Takes away all lines of that name. */
  public Edit remove(HeaderName name) {
    pieces.removeIf(piece -> piece.name().equals(name));
    return this;
  }

  /** Replaces the body and Content-Length. */
  public Edit body(byte[] octets) {
    body = octets.clone();
    return set(HeaderName.CONTENT_LENGTH, Integer.toString(octets.length));
  }

  public SipMessage build() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(original.bytes().length + 256);
    write(out, startLine + "\r\n");
    for (Piece piece : pieces) {
      MessageScan.Line line = piece.line();
      if (line == null) {
        write(out, piece.name() + ": " + piece.value() + "\r\n");
      } else {
        out.write(original.bytes(), line.from(), line.to() - line.from());
      }
    }
    write(out, "\r\n");
    out.writeBytes(body != null ? body : original.body());
    return SipMessage.built(out.toByteArray());
  }

  private Edit first(HeaderName name, List<String> replacement) {
    int at = indexOf(name);
    if (at < 0) {
      return this;
    }
    List<String> values = new ArrayList<>(replacement);
    if (name.list()) {
      List<String> all = HeaderValues.split(value(pieces.get(at)), ',');
      values.addAll(all.subList(1, all.size()));
    }
    if (values.isEmpty()) {
      pieces.remove(at);
    } else {
      pieces.set(at, new Piece(name, null, String.join(", ", values)));
    }
    return this;
  }

  private String value(Piece piece) {
    MessageScan.Line line = piece.line();
    return line == null ? piece.value() : original.value(line);
  }

  private int indexOf(HeaderName name) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  static String checked(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\r' || c == '\n') {
        throw new IllegalArgumentException("a value must stay in its line");
      }
    }
    return value;
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
