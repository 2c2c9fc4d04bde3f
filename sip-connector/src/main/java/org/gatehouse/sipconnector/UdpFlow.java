package org.gatehouse.sipconnector;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.transaction.Flow;
import org.gatehouse.sip.transaction.Listener;

/** A peer behind the UDP socket of a leg. UDP does not tell what failed, so neither does this. */
record UdpFlow(Leg leg, InetSocketAddress remote) implements Flow {

  @Override
  public String transport() {
    return "UDP";
  }

  @Override
  public Listener listener() {
    return leg.listener();
  }

  @Override
  public boolean reliable() {
    return false;
  }

  @Override
  public Flow toPort(int port) {
    return port == remote.getPort()
        ? this
        : new UdpFlow(leg, new InetSocketAddress(remote.getAddress(), port));
  }

  @Override
  public void send(SipMessage message, Runnable failed) {
    leg.sendDatagram(ByteBuffer.wrap(message.encode()), remote);
  }

  @Override
  public String toString() {
    return "UDP " + remote;
  }
}
