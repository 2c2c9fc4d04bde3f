package org.gatehouse.sip.digest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.gatehouse.sip.HeaderValues;
import org.gatehouse.sip.SipFormatException;

/** The value of Authorization or Proxy-Authorization (RFC 7616 §3.4), quoted strings unescaped. */
public final class Credentials {
  private static final String SECTION = "RFC 7616 §3.4";

  private final Map<String, String> parameters;

  private Credentials(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /** Reads Digest credentials; every parameter at most once, and those that are required. */
  public static Credentials parse(String value) throws SipFormatException {
    if (!value.regionMatches(true, 0, "Digest ", 0, 7)) {
      throw new SipFormatException("auth-scheme", 0, SECTION);
    }
    Map<String, String> parameters = new HashMap<>();
    for (String part : HeaderValues.split(value.substring(7), ',')) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? "" : part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      if (!HeaderValues.isToken(name)
          || parameters.put(name, unquote(part.substring(equals + 1).strip())) != null) {
        throw new SipFormatException("auth-param", value.indexOf(part), SECTION);
      }
    }
    for (String required : new String[] {"username", "realm", "nonce", "uri", "response"}) {
      if (!parameters.containsKey(required)) {
        throw new SipFormatException(required, value.length(), SECTION);
      }
    }
    return new Credentials(parameters);
  }

  public String username() {
    return get("username");
  }

  public String realm() {
    return get("realm");
  }

  public String nonce() {
    return get("nonce");
  }

  /** The digest-uri, to be compared with the Request-URI where policy asks (RFC 3261 §22.4). */
  public String uri() {
    return get("uri");
  }

  /** The proof, hexadecimal. */
  public String response() {
    return get("response");
  }

  /** The algorithm's word; MD5 where none was said. */
  public String algorithm() {
    return parameters.getOrDefault("algorithm", "MD5");
  }

  /** The quality of protection chosen; empty for the form of RFC 2069. */
  public String qop() {
    return get("qop");
  }

  /** The nonce count, eight hexadecimal digits; empty without qop. */
  public String nc() {
    return get("nc");
  }

  public String cnonce() {
    return get("cnonce");
  }

  private String get(String name) {
    return parameters.getOrDefault(name, "");
  }

  private static String unquote(String text) throws SipFormatException {
    if (!text.startsWith("\"")) {
      if (!HeaderValues.isToken(text)) {
        throw new SipFormatException("auth-param", 0, SECTION);
      }
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int i = 1;
    while (i < text.length() && text.charAt(i) != '"') {
      if (text.charAt(i) == '\\') {
        i++;
      }
      if (i < text.length()) {
        plain.append(text.charAt(i));
      }
      i++;
    }
    if (i != text.length() - 1) {
      throw new SipFormatException("quoted-string", 0, "RFC 3261 §25.1");
    }
    return plain.toString();
  }

  /** Who, and no proof. */
  @Override
  public String toString() {
    return "Credentials[" + username() + " in " + realm() + "]";
  }
}
