package org.gatehouse.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;

/** A participant outside ({@code participant-opening} of {@code org.gatehouse.conference}). */
public final class MeetingClient implements Closeable {
  private final TlsConnection connection;
  private final Stage stage;
  private final String door;

  /**
   * Connects and says nothing yet.
   *
   * @param address the external conference door
   */
  public MeetingClient(SSLContext tls, InetSocketAddress address, Stage stage) throws IOException {
    this.connection = TlsConnection.open(tls, address);
    this.stage = stage;
    this.door = Doors.label(address, "tls");
  }

  /** Opens with a session key. */
  public void enter(String sessionKey) throws IOException {
    stage.sent(door, "client: opening with a session key");
    connection.write("GATEHOUSE-CONFERENCE/1 " + sessionKey + "\r\n");
  }

  /** Opens without a session key, which is no opening. */
  public void enterWithoutKey() throws IOException {
    stage.sent(door, "client: opening without a session key");
    connection.write("GATEHOUSE-CONFERENCE/1 \r\n");
  }

  /** Sends octets of the meeting. */
  public void send(byte[] octets) throws IOException {
    stage.sent(door, "client: " + octets.length + " octets");
    connection.write(octets);
  }

  /** Awaits octets of the meeting. */
  public byte[] await(int length) throws IOException {
    byte[] octets = connection.await(length);
    stage.received(door, "client: " + length + " octets");
    return octets;
  }

  /** Awaits that the connection is closed with nothing sent. */
  public void awaitRefusal() throws IOException {
    connection.awaitEnd();
    stage.received(door, "client: closed");
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
