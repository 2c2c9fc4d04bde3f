package org.gatehouse.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;

/** Writes a request line by line (RFC 3261 §7.1, §8.1.1). Makes one request. */
final class RequestText {
  private final StringBuilder lines;
  private byte[] body = new byte[0];

  RequestText(String method, String requestUri) {
    lines = new StringBuilder(method + " " + requestUri + " SIP/2.0\r\n");
  }

  RequestText header(HeaderName name, String value) {
    if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a value must stay in its line");
    }
    lines.append(name).append(": ").append(value).append("\r\n");
    return this;
  }

  RequestText body(String contentType, byte[] octets) {
    body = octets.clone();
    return header(HeaderName.CONTENT_TYPE, contentType);
  }

  SipMessage build() {
    header(HeaderName.CONTENT_LENGTH, Integer.toString(body.length));
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    octets.writeBytes((lines + "\r\n").getBytes(StandardCharsets.UTF_8));
    octets.writeBytes(body);
    try {
      return SipMessage.parse(octets.toByteArray());
    } catch (SipFormatException e) {
      throw new IllegalStateException("a request of ours is malformed", e);
    }
  }
}
