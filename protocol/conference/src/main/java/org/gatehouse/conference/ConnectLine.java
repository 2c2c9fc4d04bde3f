package org.gatehouse.conference;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * {@code connect}: what the edge writes to a meeting server when a participant enters.
 *
 * @param conference the conference's identifier, not empty
 * @param user for whom the session key was issued, not empty
 */
public record ConnectLine(String conference, String user) {
  private static final String HEX = "0123456789ABCDEF";

  public ConnectLine {
    requireNonNull(conference, "conference");
    requireNonNull(user, "user");
    if (conference.isEmpty() || user.isEmpty()) {
      throw new IllegalArgumentException("conference and user must not be empty");
    }
  }

  /** The octets, CRLF included. */
  public ByteBuffer encode() {
    StringBuilder line = new StringBuilder("CONNECT ");
    token(line, conference);
    line.append(' ');
    token(line, user);
    return StandardCharsets.US_ASCII.encode(line.append("\r\n").toString());
  }

  private static void token(StringBuilder line, String text) {
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet > ' ' && octet < 0x7F && octet != '%') {
        line.append((char) octet);
      } else {
        line.append('%').append(HEX.charAt((octet >> 4) & 0xF)).append(HEX.charAt(octet & 0xF));
      }
    }
  }
}
