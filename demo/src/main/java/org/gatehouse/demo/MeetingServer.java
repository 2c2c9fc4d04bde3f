package org.gatehouse.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import org.gatehouse.conference.ConnectLine;

/**
 * One connection that a meeting server inside holds ready ({@code meeting-server-opening} of {@code
 * org.gatehouse.conference}).
 */
public final class MeetingServer implements Closeable {
  private final TlsConnection connection;
  private final Stage stage;
  private final String door;

  /**
   * Dials out.
   *
   * @param address the internal conference door
   */
  public MeetingServer(SSLContext tls, InetSocketAddress address, Stage stage) throws IOException {
    this.connection = TlsConnection.open(tls, address);
    this.stage = stage;
    this.door = Doors.label(address, "tls");
  }

  /** Registers this connection under a name. */
  public void register(String name) throws IOException {
    stage.sent(door, "server: opening of " + name);
    connection.write("GATEHOUSE-MEETING-SERVER/1 " + name + "\r\n");
  }

  /** Awaits the participant that this connection is given to. */
  public ConnectLine awaitParticipant() throws IOException {
    String[] words = connection.awaitLine().split(" ", -1);
    if (words.length != 3 || !words[0].equals("CONNECT")) {
      throw new IOException("no CONNECT but " + String.join(" ", words) + " from " + door);
    }
    ConnectLine connect = new ConnectLine(decoded(words[1]), decoded(words[2]));
    stage.received(door, "server: CONNECT " + connect.conference() + " " + connect.user());
    return connect;
  }

  /** Sends octets of the meeting. */
  public void send(byte[] octets) throws IOException {
    stage.sent(door, "server: " + octets.length + " octets");
    connection.write(octets);
  }

  /** Awaits octets of the meeting. */
  public byte[] await(int length) throws IOException {
    byte[] octets = connection.await(length);
    stage.received(door, "server: " + length + " octets");
    return octets;
  }

  /** Awaits that the connection ends because the participant left. */
  public void awaitEnd() throws IOException {
    connection.awaitEnd();
    stage.received(door, "server: closed");
  }

  private static String decoded(String token) {
    return URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
