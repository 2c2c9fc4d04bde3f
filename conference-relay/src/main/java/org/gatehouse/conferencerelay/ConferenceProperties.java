package org.gatehouse.conferencerelay;

import static java.util.Objects.requireNonNull;

import io.netty.handler.ssl.ClientAuth;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.gatehouse.connector.Settings;
import org.gatehouse.connector.WrongValueException;

/**
 * The configuration properties as written, by name. Each door reads what it needs, so that a wrong
 * value closes only the doors that need it.
 */
record ConferenceProperties(Map<String, String> values) {
  private static final int MOST_OPENING_SECONDS = 300;
  private static final int MOST_IDLE_SECONDS = 86_400;

  ConferenceProperties {
    values = Map.copyOf(values);
  }

  private String value(String property) {
    return requireNonNull(values.get(property), property);
  }

  boolean enabled() throws WrongValueException {
    return Settings.flag("enabled", value("enabled"));
  }

  /** What a door needs to know of its connections. */
  record Door(
      InetSocketAddress bind, String keyManager, Duration openingTimeout, Duration idleTimeout) {}

  Door external() throws WrongValueException {
    return door("externalBind");
  }

  Door internal() throws WrongValueException {
    return door("internalBind");
  }

  private Door door(String bind) throws WrongValueException {
    return new Door(
        Settings.address(bind, value(bind)),
        named("keyManager"),
        Settings.seconds("openingTimeout", value("openingTimeout"), MOST_OPENING_SECONDS),
        Settings.seconds("idleTimeout", value("idleTimeout"), MOST_IDLE_SECONDS));
  }

  private String named(String property) throws WrongValueException {
    String name = value(property).strip();
    if (name.isEmpty()) {
      throw new WrongValueException(property, name, "the name of a key manager");
    }
    return name;
  }

  /**
   * How meeting servers prove their name: mutual TLS (RFC 8446 §4.3.2), against a trust manager.
   */
  record Clients(ClientAuth authentication, String trustManager) {}

  Clients clients() throws WrongValueException {
    String property = "internalClientAuthentication";
    String value = value(property).strip();
    String named = value("trustManager").strip();
    String trust = named.equals("none") ? "" : named;
    return switch (value) {
      case "none" -> new Clients(ClientAuth.NONE, "");
      case "optional" ->
          // Without a trust manager no certificate could prove anything, so none is asked for.
          new Clients(trust.isEmpty() ? ClientAuth.NONE : ClientAuth.OPTIONAL, trust);
      case "required" -> {
        if (trust.isEmpty()) {
          throw new WrongValueException(
              "trustManager",
              named,
              "the name of a trust manager, because " + property + " is required");
        }
        yield new Clients(ClientAuth.REQUIRE, trust);
      }
      default -> throw new WrongValueException(property, value, "none, optional or required");
    };
  }
}
