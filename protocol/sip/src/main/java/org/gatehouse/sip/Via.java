package org.gatehouse.sip;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One hop of a message (RFC 3261 §20.42): the transport and the sent-by, with parameters.
 *
 * @param transport as written, such as {@code UDP}
 * @param host a name, an IPv4 address or an IPv6 reference with its brackets
 * @param port 1 to 65535, or -1 where none was written
 * @param branch the branch parameter
 * @param params all parameters by lower-case name; a flag has the empty value
 */
public record Via(
    String transport, String host, int port, Optional<String> branch, Map<String, String> params) {

  public Via {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /** Reads one via-parm. */
  public static Via parse(String value) throws SipFormatException {
    int semicolon = HeaderValues.indexOf(value, ';', 0);
    String hop = semicolon < 0 ? value : value.substring(0, semicolon);
    int first = hop.indexOf('/');
    int second = first < 0 ? -1 : hop.indexOf('/', first + 1);
    if (second < 0
        || !HeaderValues.isToken(hop.substring(0, first).strip())
        || !HeaderValues.isToken(hop.substring(first + 1, second).strip())) {
      throw malformed(0);
    }
    String rest = hop.substring(second + 1).strip();
    int space = whitespace(rest);
    if (space < 0 || !HeaderValues.isToken(rest.substring(0, space))) {
      throw malformed(second);
    }
    String sentBy = rest.substring(space).strip();
    int hostEnd = sentBy.startsWith("[") ? sentBy.indexOf(']') + 1 : sentBy.indexOf(':');
    String host = hostEnd < 0 ? sentBy : sentBy.substring(0, hostEnd).strip();
    String tail = hostEnd < 0 ? "" : sentBy.substring(hostEnd).strip();
    Map<String, String> params = HeaderValues.parameters(value);
    return new Via(
        rest.substring(0, space),
        host(host, second),
        port(tail, second),
        Optional.ofNullable(params.get("branch")).filter(branch -> !branch.isEmpty()),
        params);
  }

  private static String host(String host, int offset) throws SipFormatException {
    boolean reference = host.startsWith("[");
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean bracket = reference && (c == ':' || c == ']' || c == '[');
      if (!Character.isLetterOrDigit(c) && c != '.' && c != '-' && c != '_' && !bracket) {
        throw malformed(offset);
      }
    }
    if (host.isEmpty()) {
      throw malformed(offset);
    }
    return host;
  }

  private static int port(String tail, int offset) throws SipFormatException {
    if (tail.isEmpty()) {
      return -1;
    }
    long port = tail.startsWith(":") ? HeaderValues.number(tail.substring(1).strip(), 65535) : -1;
    if (port < 1) {
      throw malformed(offset);
    }
    return (int) port;
  }

  private static int whitespace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ' ' || text.charAt(i) == '\t') {
        return i;
      }
    }
    return -1;
  }

  private static SipFormatException malformed(int offset) {
    return new SipFormatException("Via", offset, "RFC 3261 §20.42");
  }
}
