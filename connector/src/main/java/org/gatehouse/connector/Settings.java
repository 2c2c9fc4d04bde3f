package org.gatehouse.connector;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Reads the values of configuration properties. */
public final class Settings {
  private Settings() {}

  /**
   * A transport address, {@code host:port} or {@code [IPv6]:port}; the port may be 0, for any.
   *
   * @throws WrongValueException when it is none, or the host has no address
   */
  public static InetSocketAddress address(String property, String value)
      throws WrongValueException {
    String allowed = "host:port or [IPv6]:port, port 0 to 65535";
    int colon = value.lastIndexOf(':');
    if (colon < 1 || (value.indexOf(':') != colon && !value.startsWith("["))) {
      throw new WrongValueException(property, value, allowed);
    }
    String host = value.substring(0, colon).replace("[", "").replace("]", "");
    String port = value.substring(colon + 1);
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
      throw new WrongValueException(property, value, allowed);
    }
    InetSocketAddress address = new InetSocketAddress(host, Integer.parseInt(port));
    if (address.isUnresolved()) {
      throw new WrongValueException(property, value, "a host that has an address here");
    }
    return address;
  }

  /** A whole number within bounds. */
  public static int number(String property, String value, int least, int most)
      throws WrongValueException {
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new WrongValueException(property, value, least + " to " + most);
    }
    throw new WrongValueException(property, value, least + " to " + most);
  }

  /** {@code true} or {@code false}. */
  public static boolean flag(String property, String value) throws WrongValueException {
    return switch (value.strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new WrongValueException(property, value, "true or false");
    };
  }

  /** A number of seconds, 1 to {@code most}. */
  public static Duration seconds(String property, String value, int most)
      throws WrongValueException {
    return Duration.ofSeconds(number(property, value, 1, most));
  }

  /** The words between commas. */
  public static List<String> words(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .filter(w -> !w.isEmpty())
        .toList();
  }
}
