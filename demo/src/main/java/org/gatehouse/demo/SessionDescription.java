package org.gatehouse.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * An SDP description of one audio stream (RFC 8866 §5).
 *
 * @param address where its sender receives media
 */
public record SessionDescription(InetSocketAddress address) {
  static final String CONTENT_TYPE = "application/sdp";

  /** Reads c= and m=audio of a body that has one audio stream. */
  static SessionDescription parse(byte[] body) throws IOException {
    String host = "";
    int port = 0;
    for (String line : new String(body, StandardCharsets.UTF_8).lines().toList()) {
      String[] words = line.split(" ", -1);
      if (line.startsWith("c=IN IP") && words.length == 3) {
        host = words[2];
      } else if (line.startsWith("m=audio ") && words.length >= 4) {
        port = Integer.parseInt(words[1]);
      }
    }
    if (host.isEmpty() || port == 0) {
      throw new IOException("a body without an audio stream where SDP was awaited");
    }
    return new SessionDescription(new InetSocketAddress(host, port));
  }

  /** The body. */
  byte[] octets() {
    String host = address.getAddress().getHostAddress();
    String family = host.indexOf(':') < 0 ? "IP4 " : "IP6 ";
    return String.join(
            "\r\n",
            "v=0",
            "o=- 1 1 IN " + family + host,
            "s=-",
            "c=IN " + family + host,
            "t=0 0",
            "m=audio " + address.getPort() + " RTP/AVP 0",
            "a=rtpmap:0 PCMU/8000",
            "")
        .getBytes(StandardCharsets.UTF_8);
  }
}
