package org.gatehouse.sipconnector;

import java.util.Map;

/**
 * The configuration properties as they stand in the management model.
 *
 * @param values by name
 */
record SipProperties(Map<String, String> values) {
  SipProperties {
    values = Map.copyOf(values);
  }

  String get(String name) {
    return values.getOrDefault(name, "");
  }
}
