package org.gatehouse.sip.grammar;

import gov.nist.javax.sip.address.AddressImpl;
import gov.nist.javax.sip.address.GenericURI;
import gov.nist.javax.sip.parser.AddressParser;
import gov.nist.javax.sip.parser.URLParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gatehouse.sip.HeaderValues;
import org.gatehouse.sip.SipFormatException;

/** Reads addresses and URIs with the parsers of JAIN-SIP RI. */
public final class Grammar {
  private Grammar() {}

  /** Reads a URI that fills {@code text} (RFC 3261 §19.1.1, §25.1). */
  public static Uri uri(String text) throws SipFormatException {
    int colon = text.indexOf(':');
    String scheme = colon < 1 ? "" : text.substring(0, colon);
    if (!scheme.matches("[A-Za-z][A-Za-z0-9+.-]*")
        || hasForbidden(text)
        || text.startsWith("@", colon + 1)) {
      throw malformed("URI", "RFC 3261 §19.1");
    }
    if (!scheme.equalsIgnoreCase("sip") && !scheme.equalsIgnoreCase("sips")) {
      return new Uri.Other(scheme.toLowerCase(Locale.ROOT), text);
    }
    if (bareIpv6(text.substring(colon + 1))) {
      throw malformed("URI", "RFC 3261 §25.1 IPv6reference");
    }
    try {
      WholeUrl parser = new WholeUrl(text);
      GenericURI uri = parser.uriReference(true);
      if (parser.leavesSomething() || !(uri instanceof gov.nist.javax.sip.address.SipUri sip)) {
        throw malformed("URI", "RFC 3261 §19.1");
      }
      return converted(scheme, sip);
    } catch (ParseException | RuntimeException e) {
      throw malformed("URI", "RFC 3261 §19.1");
    }
  }

  /** Reads a name-addr or addr-spec with its header parameters (§20.10, §25.1). */
  public static NameAddr nameAddr(String field, String value) throws SipFormatException {
    int semicolon = HeaderValues.indexOf(value, ';', 0);
    String address = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    int open = HeaderValues.indexOf(address, '<', 0);
    if (open < 0) {
      // §20: an addr-spec with a comma, a question mark or a semicolon has to be in angle brackets
      if (address.indexOf('?') >= 0) {
        throw malformed(field, "RFC 3261 §20");
      }
      return new NameAddr(uri(address), address, HeaderValues.parameters(value));
    }
    if (!address.endsWith(">")) {
      throw malformed(field, "RFC 3261 §25.1");
    }
    displayName(field, address.substring(0, open).strip());
    String text = address.substring(open + 1, address.length() - 1);
    checkWhole(field, address);
    return new NameAddr(uri(text), text, HeaderValues.parameters(value));
  }

  private static void checkWhole(String field, String address) throws SipFormatException {
    try {
      AddressImpl parsed = new AddressParser(address).address(true);
      if (parsed.getURI() == null) {
        throw malformed(field, "RFC 3261 §25.1");
      }
    } catch (ParseException | RuntimeException e) {
      throw malformed(field, "RFC 3261 §25.1");
    }
  }

  /** display-name = *(token LWS) / quoted-string; bytes beyond ASCII only in the latter. */
  private static void displayName(String field, String name) throws SipFormatException {
    if (name.startsWith("\"")) {
      if (name.length() < 2 || !name.endsWith("\"") || name.endsWith("\\\"")) {
        throw malformed(field, "RFC 3261 §25.1");
      }
      return;
    }
    for (String word : name.split("[ \t]+", -1)) {
      if (!word.isEmpty() && !HeaderValues.isToken(word)) {
        throw malformed(field, "RFC 3261 §25.1");
      }
    }
  }

  private static SipUri converted(String scheme, gov.nist.javax.sip.address.SipUri sip)
      throws SipFormatException {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Iterator<?> names = sip.getParameterNames(); names.hasNext(); ) {
      String name = String.valueOf(names.next());
      String value = sip.getParameter(name);
      parameters.put(name.toLowerCase(Locale.ROOT), value == null ? "" : value);
    }
    String user = sip.getUser();
    boolean noPort = sip.getPort() == -1;
    if ((user != null && user.isEmpty())
        || (!noPort && (sip.getPort() < 1 || sip.getPort() > 65535))) {
      throw malformed("URI", "RFC 3261 §19.1");
    }
    return new SipUri(
        scheme.toLowerCase(Locale.ROOT),
        user == null ? "" : decoded(user),
        sip.getHost().toLowerCase(Locale.ROOT),
        sip.getPort(),
        parameters,
        sip.getHeaderNames().hasNext());
  }

  /** Undoes percent-encoding (§19.1.2). */
  private static String decoded(String user) throws SipFormatException {
    if (user.indexOf('%') < 0) {
      return user;
    }
    try {
      return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed("URI", "RFC 3261 §19.1.2");
    }
  }

  private static boolean bareIpv6(String rest) {
    String address = rest.substring(rest.indexOf('@') + 1);
    int port = address.indexOf(':');
    int parameters = address.indexOf(';');
    return port >= 0
        && !address.startsWith("[")
        && (address.indexOf(':', port + 1) >= 0
            && (parameters < 0 || address.indexOf(':', port + 1) < parameters));
  }

  private static boolean hasForbidden(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '<' || c == '>' || c == '"' || c == 0x7f) {
        return true;
      }
    }
    return false;
  }

  private static SipFormatException malformed(String field, String section) {
    return new SipFormatException(field, 0, section);
  }

  /** The RI's parser, which stops where the URI ends; we want to know whether that is the end. */
  private static final class WholeUrl extends URLParser {
    private WholeUrl(String text) {
      super(text);
    }

    private boolean leavesSomething() throws ParseException {
      return lexer.hasMoreChars();
    }
  }
}
