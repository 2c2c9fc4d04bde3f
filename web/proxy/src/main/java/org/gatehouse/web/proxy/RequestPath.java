package org.gatehouse.web.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The path of a request target (RFC 3986 §3.3).
 *
 * <p>What is judged must be what is forwarded: the path is forwarded octet for octet as it came, so
 * a path that an inside server could normalise to another one is refused, not repaired. Refused are
 * dot segments (RFC 3986 §5.2.4), also when percent-encoded or followed by parameters; empty
 * segments; encoded slashes, backslashes, control characters; escapes that are malformed, not UTF-8
 * in its shortest form, or that decode to another escape.
 *
 * @param raw as it came
 * @param decoded percent-decoded once
 */
record RequestPath(String raw, String decoded) {

  /** Reads an absolute path, without query. */
  static RequestPath of(String raw) throws RequestPathFormatException {
    if (!raw.startsWith("/")) {
      throw new RequestPathFormatException("not absolute");
    }
    String decoded = decode(raw);
    if (decoded.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\')) {
      throw new RequestPathFormatException("control character or backslash");
    }
    for (int i = decoded.indexOf('%'); i >= 0; i = decoded.indexOf('%', i + 1)) {
      if (isEscape(decoded, i)) {
        throw new RequestPathFormatException("encoded twice");
      }
    }
    refuseSegments(decoded);
    return new RequestPath(raw, decoded);
  }

  private static String decode(String raw) throws RequestPathFormatException {
    ByteBuffer octets = ByteBuffer.allocate(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '#' || c == '?') {
        throw new RequestPathFormatException("character that needs an escape");
      }
      if (c != '%') {
        octets.put((byte) c);
        continue;
      }
      if (!isEscape(raw, i)) {
        throw new RequestPathFormatException("malformed escape");
      }
      int octet = Integer.parseInt(raw, i + 1, i + 3, 16);
      if (octet == '/') {
        throw new RequestPathFormatException("encoded slash");
      }
      octets.put((byte) octet);
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(octets.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new RequestPathFormatException("not UTF-8");
    }
  }

  private static boolean isEscape(String text, int percent) {
    return percent + 2 < text.length()
        && isHex(text.charAt(percent + 1))
        && isHex(text.charAt(percent + 2));
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static void refuseSegments(String decoded) throws RequestPathFormatException {
    int start = 1;
    while (start <= decoded.length()) {
      int slash = decoded.indexOf('/', start);
      int end = slash < 0 ? decoded.length() : slash;
      int parameters = decoded.indexOf(';', start);
      String name =
          decoded.substring(start, parameters >= 0 && parameters < end ? parameters : end);
      if (name.equals(".") || name.equals("..")) {
        throw new RequestPathFormatException("dot segment");
      }
      if (name.isEmpty() && slash >= 0) {
        throw new RequestPathFormatException("empty segment");
      }
      start = end + 1;
    }
  }
}
