package org.gatehouse.sip.transaction;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.sip.SipMessage;

/** A flow that keeps what was sent. */
public final class RecordedFlow implements Flow {
  private final String transport;
  private final Listener listener;
  private final InetSocketAddress remote;
  private final List<SipMessage> sent = new ArrayList<>();
  private final List<Runnable> failures = new ArrayList<>();

  public RecordedFlow(String transport, Listener listener, InetSocketAddress remote) {
    this.transport = transport;
    this.listener = listener;
    this.remote = remote;
  }

  public static RecordedFlow udp(String listener, int localPort, int remotePort) {
    return new RecordedFlow("UDP", listener(listener, localPort), at(remotePort));
  }

  public static RecordedFlow tcp(String listener, int localPort, int remotePort) {
    return new RecordedFlow("TCP", listener(listener, localPort), at(remotePort));
  }

  private static Listener listener(String name, int port) {
    return new Listener(name, at(port));
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** What was sent since the last call. */
  public List<SipMessage> take() {
    List<SipMessage> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  public SipMessage takeOne() {
    List<SipMessage> taken = take();
    if (taken.size() != 1) {
      throw new AssertionError("one message expected, not " + taken);
    }
    return taken.get(0);
  }

  /** Reports the failure of everything sent so far. */
  public void fail() {
    List.copyOf(failures).forEach(Runnable::run);
  }

  @Override
  public String transport() {
    return transport;
  }

  @Override
  public Listener listener() {
    return listener;
  }

  @Override
  public InetSocketAddress remote() {
    return remote;
  }

  @Override
  public boolean reliable() {
    return !transport.equals("UDP");
  }

  @Override
  public Flow toPort(int port) {
    return this;
  }

  @Override
  public void send(SipMessage message, Runnable failed) {
    sent.add(message);
    failures.add(failed);
  }
}
