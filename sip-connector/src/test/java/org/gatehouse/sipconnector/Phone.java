package org.gatehouse.sipconnector;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.digest.DigestAlgorithm;

/** A user's phone outside, over UDP, in as many lines as a test needs. */
final class Phone implements AutoCloseable {
  private final DatagramSocket socket;
  private final String user;
  private final int server;
  private int count;

  Phone(String user, int server) throws IOException {
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    this.socket.setSoTimeout(10_000);
    this.user = user;
    this.server = server;
  }

  String contact() {
    return "sip:" + user + "@127.0.0.1:" + socket.getLocalPort();
  }

  /** A request of this user, with more header lines, each ended by CRLF. */
  String request(String method, String uri, String more) {
    count++;
    String to = method.equals("REGISTER") ? "sip:" + user + "@example.com" : uri;
    return method
        + (" " + uri + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + socket.getLocalPort())
        + (";rport;branch=z9hG4bK" + user + count + "\r\n")
        + ("From: <sip:" + user + "@example.com>;tag=" + user + "\r\nTo: <" + to + ">\r\n")
        + ("Call-ID: " + user + method + "\r\nCSeq: " + count + " " + method + "\r\n")
        + ("Max-Forwards: 70\r\nContact: <" + contact() + ">\r\n" + more)
        + "Content-Length: 0\r\n\r\n";
  }

  void send(String octets) throws IOException {
    byte[] sent = octets.getBytes(StandardCharsets.UTF_8);
    socket.send(new DatagramPacket(sent, sent.length, RunningNode.at(server)));
  }

  SipMessage receive() throws IOException, SipFormatException {
    DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
    socket.receive(packet);
    return SipMessage.parse(Arrays.copyOf(packet.getData(), packet.getLength()));
  }

  SipMessage ask(String octets) throws IOException, SipFormatException {
    send(octets);
    return receive();
  }

  /** Asks, answers the challenge with this password, and gives the final response. */
  SipMessage prove(String method, String uri, String password) throws Exception {
    SipMessage challenge = ask(request(method, uri, ""));
    boolean proxy = challenge.statusCode() == 407;
    HeaderName asked = proxy ? HeaderName.PROXY_AUTHENTICATE : HeaderName.WWW_AUTHENTICATE;
    String nonce = challenge.first(asked).orElse("").replaceFirst(".*nonce=\"([^\"]*)\".*", "$1");
    String ha1 = hash(user + ":gatehouse:" + password);
    String ha2 = hash(method + ":" + uri);
    String response = hash(ha1 + ":" + nonce + ":00000001:c:auth:" + ha2);
    String credentials =
        "Digest username=\"%s\", realm=\"gatehouse\", nonce=\"%s\", uri=\"%s\", response=\"%s\", algorithm=SHA-256, qop=auth, nc=00000001, cnonce=\"c\"\r\n"
            .formatted(user, nonce, uri, response);
    return ask(
        request(method, uri, (proxy ? "Proxy-Authorization: " : "Authorization: ") + credentials));
  }

  static String hash(String text) {
    return HexFormat.of()
        .formatHex(DigestAlgorithm.SHA_256.hash(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    socket.close();
  }
}
