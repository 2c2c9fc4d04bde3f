package org.gatehouse.sip.grammar;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An address of From, To, Contact, Route and their kin (RFC 3261 §20.10).
 *
 * @param uri the address itself
 * @param text the URI as written, with all its parameters
 * @param parameters header parameters by lower-case name
 */
public record NameAddr(Uri uri, String text, Map<String, String> parameters) {
  public NameAddr {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
