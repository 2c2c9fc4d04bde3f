package org.gatehouse.demo;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;

/** A TLS connection on which nothing is awaited for ever. */
final class TlsConnection implements Closeable {
  private static final int LONGEST_LINE = 4096;

  private final SSLSocket socket;
  private final String door;

  private TlsConnection(SSLSocket socket, String door) {
    this.socket = socket;
    this.door = door;
  }

  /**
   * Connects.
   *
   * @throws SSLHandshakeException when the two do not agree, such as about trust
   */
  static TlsConnection open(SSLContext tls, InetSocketAddress address) throws IOException {
    String door = Doors.label(address, "tls");
    SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket();
    try {
      int patience = (int) Deadline.PATIENCE.toMillis();
      socket.connect(address, patience);
      socket.setSoTimeout(patience);
      socket.startHandshake();
      return new TlsConnection(socket, door);
    } catch (SSLHandshakeException e) {
      socket.close();
      throw e;
    } catch (IOException e) {
      socket.close();
      throw new IOException("cannot connect to " + door + ": " + e.getMessage(), e);
    }
  }

  void write(byte[] octets) throws IOException {
    socket.getOutputStream().write(octets);
    socket.getOutputStream().flush();
  }

  void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Awaits exactly so many octets. */
  byte[] await(int length) throws IOException {
    byte[] octets = new byte[length];
    for (int at = 0; at < length; at++) {
      octets[at] = next();
    }
    return octets;
  }

  /** Awaits a line and gives it without its CRLF. */
  String awaitLine() throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() < 2 || line.indexOf("\r\n", line.length() - 2) < 0) {
      if (line.length() > LONGEST_LINE) {
        throw new IOException(door + " sends no line");
      }
      line.append((char) (next() & 0xFF));
    }
    return line.substring(0, line.length() - 2);
  }

  /** Awaits that the other side closes, without having sent anything. */
  void awaitEnd() throws IOException {
    int octet;
    try {
      octet = socket.getInputStream().read();
    } catch (SocketTimeoutException e) {
      throw new IOException(door + " did not close the connection", e);
    } catch (SSLException | SocketException e) {
      // cut off without a goodbye
      octet = -1;
    }
    if (octet >= 0) {
      throw new IOException(door + " answered instead of closing the connection");
    }
  }

  private byte next() throws IOException {
    try {
      int octet = socket.getInputStream().read();
      if (octet < 0) {
        throw new EOFException(door + " closed the connection");
      }
      return (byte) octet;
    } catch (SocketTimeoutException e) {
      throw new IOException("nothing came from " + door, e);
    }
  }

  @Override
  public String toString() {
    return door;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
