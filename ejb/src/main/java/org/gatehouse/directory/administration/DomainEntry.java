package org.gatehouse.directory.administration;

import static java.util.Objects.requireNonNull;

/**
 * A SIP domain of ours.
 *
 * @param name a host name in lower case or an IP address, without port and brackets
 */
public record DomainEntry(String name) {
  public DomainEntry {
    requireNonNull(name, "name");
  }
}
