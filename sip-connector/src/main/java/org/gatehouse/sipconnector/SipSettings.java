package org.gatehouse.sipconnector;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.gatehouse.connector.Settings;
import org.gatehouse.connector.WrongValueException;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.grammar.Grammar;
import org.gatehouse.sip.grammar.SipUri;

/**
 * Reads the properties of the connector, each group on its own, so that one cannot spoil another.
 */
final class SipSettings {
  private SipSettings() {}

  /**
   * What the Access Edge needs beside its addresses.
   *
   * @param director the next hop of everything that comes from outside
   */
  record Edge(SipUri director) {}

  /**
   * What the Director needs beside its address.
   *
   * @param realm of its challenges
   * @param authenticate whether it challenges; if not, the home server does
   * @param homeServer where requests go for users that are not registered here
   */
  record Inside(String realm, boolean authenticate, Optional<SipUri> homeServer) {}

  /** An address to listen at and to be known by. */
  static InetSocketAddress bind(String property, String value) throws WrongValueException {
    InetSocketAddress address = Settings.address(property, value);
    if (address.getPort() == 0 || address.getAddress().isAnyLocalAddress()) {
      throw new WrongValueException(
          property, value, "one address of this host, as peers reach it, and a port from 1");
    }
    return address;
  }

  static Edge edge(String director) throws WrongValueException {
    return new Edge(hop("director", director));
  }

  static Inside inside(String realm, String authenticate, String homeServer)
      throws WrongValueException {
    if (!realm.matches("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,64}")) {
      throw new WrongValueException("realm", realm, "1 to 64 visible ASCII characters, no quote");
    }
    boolean challenges = Settings.flag("authenticate", authenticate);
    boolean none = homeServer.isBlank() || homeServer.strip().equals("none");
    if (!challenges && none) {
      throw new WrongValueException(
          "authenticate", authenticate, "true, or false with a homeServer that authenticates");
    }
    return new Inside(
        realm, challenges, none ? Optional.empty() : Optional.of(hop("homeServer", homeServer)));
  }

  private static SipUri hop(String property, String value) throws WrongValueException {
    try {
      if (Grammar.uri(value.strip()) instanceof SipUri uri && uri.scheme().equals("sip")) {
        return uri;
      }
    } catch (SipFormatException e) {
      throw new WrongValueException(property, value, "sip:host:port, with ;transport=tcp for TCP");
    }
    throw new WrongValueException(property, value, "sip:host:port, with ;transport=tcp for TCP");
  }
}
