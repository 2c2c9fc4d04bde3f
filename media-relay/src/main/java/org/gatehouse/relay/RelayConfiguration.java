package org.gatehouse.relay;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.connector.Settings;
import org.gatehouse.connector.WrongValueException;
import org.gatehouse.stun.AddressFamily;

/**
 * What both doors share.
 *
 * @param realm of the long-term credentials
 * @param relayedAddresses at most one of each family
 * @param ports from which relayed ports are taken
 */
record RelayConfiguration(
    String realm, Map<AddressFamily, InetAddress> relayedAddresses, PortRange ports) {

  RelayConfiguration {
    relayedAddresses = Map.copyOf(relayedAddresses);
  }

  /**
   * Relayed ports, both ends included; from 0 to 0 lets the system choose.
   *
   * @param first 0, or 1024 to 65535
   * @param last not below {@code first}
   */
  record PortRange(int first, int last) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})-(\\d{1,5})");

    static PortRange of(String property, String value) throws WrongValueException {
      Matcher matcher = FORM.matcher(value.strip());
      if (matcher.matches()) {
        int first = Integer.parseInt(matcher.group(1));
        int last = Integer.parseInt(matcher.group(2));
        boolean system = first == 0 && last == 0;
        if (system || (first >= 1024 && first <= last && last <= 65535)) {
          return new PortRange(first, last);
        }
      }
      throw new WrongValueException(
          property, value, "first-last within 1024-65535, or 0-0 for any port");
    }

    @Override
    public String toString() {
      return first + "-" + last;
    }
  }

  static RelayConfiguration of(String realm, String relayedAddress, String portRange)
      throws WrongValueException {
    if (realm.isBlank() || realm.length() > 127 || realm.matches(".*[\"\\\\\\p{Cntrl}].*")) {
      throw new WrongValueException(
          "realm", realm, "1 to 127 characters without quotes and control characters");
    }
    Map<AddressFamily, InetAddress> addresses = new EnumMap<>(AddressFamily.class);
    for (String word : Settings.words(relayedAddress)) {
      InetAddress address = address(word);
      if (addresses.put(AddressFamily.of(address), address) != null) {
        throw new WrongValueException(
            "relayedAddress", relayedAddress, "at most one IPv4 and one IPv6 address");
      }
    }
    if (addresses.isEmpty()) {
      throw new WrongValueException(
          "relayedAddress", relayedAddress, "an IPv4 address, an IPv6 address, or both");
    }
    return new RelayConfiguration(realm, addresses, PortRange.of("portRange", portRange));
  }

  private static InetAddress address(String word) throws WrongValueException {
    String host = word.indexOf(':') >= 0 && !word.startsWith("[") ? "[" + word + "]" : word;
    InetSocketAddress address = Settings.address("relayedAddress", host + ":0");
    if (address.getAddress().isAnyLocalAddress()) {
      throw new WrongValueException("relayedAddress", word, "an address that peers can send to");
    }
    return address.getAddress();
  }
}
