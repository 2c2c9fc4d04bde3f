package org.gatehouse.sip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes responses of requests (RFC 3261 §8.2.6). */
final class Responses {
  private Responses() {}

  static SipMessage to(SipMessage request, int status, String reason, @Nullable String toTag) {
    if (!request.isRequest() || status < 100 || status > 699) {
      throw new IllegalArgumentException("a response needs a request and a status");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    write(out, "SIP/2.0 " + status + " " + Edit.checked(reason) + "\r\n");
    for (MessageScan.Line line : request.lines()) {
      HeaderName name = line.name();
      if (name.equals(HeaderName.TO) && toTag != null && request.toTag().isEmpty()) {
        write(out, "To: " + request.value(line) + ";tag=" + Edit.checked(toTag) + "\r\n");
      } else if (copied(name) || (status == 100 && name.equals(HeaderName.TIMESTAMP))) {
        out.write(request.bytes(), line.from(), line.to() - line.from());
      }
    }
    write(out, "Content-Length: 0\r\n\r\n");
    return SipMessage.built(out.toByteArray());
  }

  private static boolean copied(HeaderName name) {
    return name.equals(HeaderName.VIA)
        || name.equals(HeaderName.FROM)
        || name.equals(HeaderName.TO)
        || name.equals(HeaderName.CALL_ID)
        || name.equals(HeaderName.CSEQ);
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
