package org.gatehouse.it;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;

/** Sends one SIP datagram and reads what comes back. */
final class SipClient implements AutoCloseable {
  private final DatagramSocket socket;
  private final InetSocketAddress server;
  private int count;

  SipClient(InetSocketAddress server) throws IOException {
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    this.socket.setSoTimeout(10_000);
    this.server = server;
  }

  /** A request outside a dialog to this URI. */
  String request(String method, String uri, String from) {
    count++;
    String id = Long.toHexString(System.nanoTime()) + count;
    return String.join(
        "\r\n",
        method + " " + uri + " SIP/2.0",
        "Via: SIP/2.0/UDP 127.0.0.1:" + socket.getLocalPort() + ";rport;branch=z9hG4bK" + id,
        "From: <" + from + ">;tag=f" + id,
        "To: <" + uri + ">",
        "Call-ID: " + id,
        "CSeq: 1 " + method,
        "Max-Forwards: 70",
        "Contact: <sip:it@127.0.0.1:" + socket.getLocalPort() + ">",
        "Content-Length: 0",
        "",
        "");
  }

  /** Sends octets and gives the first response that is not provisional. */
  SipMessage ask(String octets) throws IOException, SipFormatException {
    byte[] sent = octets.getBytes(StandardCharsets.UTF_8);
    socket.send(new DatagramPacket(sent, sent.length, server));
    while (true) {
      DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
      socket.receive(packet);
      SipMessage answer = SipMessage.parse(Arrays.copyOf(packet.getData(), packet.getLength()));
      if (answer.statusCode() >= 200) {
        return answer;
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
