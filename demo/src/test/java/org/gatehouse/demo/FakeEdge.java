package org.gatehouse.demo;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gatehouse.sip.SipMessage;

/** A socket in the place of the Access Edge, which a test drives. */
final class FakeEdge implements AutoCloseable {
  private final DatagramSocket socket;
  private final InetSocketAddress address;

  FakeEdge() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    address = (InetSocketAddress) socket.getLocalSocketAddress();
    socket.setSoTimeout(10_000);
  }

  InetSocketAddress address() {
    return address;
  }

  /**
   * Sends a request as it would come from another user.
   *
   * @param toTag empty, or the tag as a parameter
   */
  void request(UserAgent to, String method, String branch, String toTag, String body)
      throws IOException {
    String text =
        String.join(
            "\r\n",
            method + " sip:bob@127.0.0.1 SIP/2.0",
            "Via: SIP/2.0/UDP 127.0.0.1:" + address().getPort() + ";branch=z9hG4bK" + branch,
            "Record-Route: <sip:second@127.0.0.1;lr>, <sip:first@127.0.0.1;lr>",
            "From: <sip:alice@localhost>;tag=a",
            "To: <sip:bob@localhost>" + toTag,
            "Call-ID: call",
            "CSeq: 1 " + method,
            "Contact: <sip:alice@192.0.2.1:5070>",
            "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length,
            "",
            body);
    send(to, text.getBytes(StandardCharsets.UTF_8));
  }

  void send(UserAgent to, SipMessage message) throws IOException {
    send(to, message.encode());
  }

  private void send(UserAgent to, byte[] octets) throws IOException {
    String contact = to.contact();
    int port =
        Integer.parseInt(contact.substring(contact.lastIndexOf(':') + 1, contact.length() - 1));
    SocketAddress agent = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    socket.send(new DatagramPacket(octets, octets.length, agent));
  }

  SipMessage receive() throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
    socket.receive(packet);
    return SipMessage.parse(Arrays.copyOf(packet.getData(), packet.getLength()));
  }

  @Override
  public void close() {
    socket.close();
  }
}
