package org.gatehouse.sip.grammar;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A SIP or SIPS URI (RFC 3261 §19.1).
 *
 * @param scheme {@code sip} or {@code sips}
 * @param user the user part, percent-decoded; empty where there is none
 * @param host in lower case, an IPv6 reference with its brackets
 * @param port 1 to 65535, or -1 where none was written
 * @param parameters uri-parameters by lower-case name; a flag has the empty value
 * @param withHeaders whether it carries header fields after a question mark
 */
public record SipUri(
    String scheme,
    String user,
    String host,
    int port,
    Map<String, String> parameters,
    boolean withHeaders)
    implements Uri {

  public SipUri {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Whether it is a loose router (§19.1.1 {@code lr}). */
  public boolean loose() {
    return parameters.containsKey("lr");
  }

  /** {@code user@host}, which names an address-of-record (§10.3 step 5). */
  public String addressOfRecord() {
    return user + "@" + host;
  }

  @Override
  public String toString() {
    return scheme + ":" + (user.isEmpty() ? "" : user + "@") + host + (port < 0 ? "" : ":" + port);
  }
}
