package org.gatehouse.directory.administration;

import static java.util.Objects.requireNonNull;

/**
 * Whether peers of a network may be reached through the relay. The rule with the longest prefix
 * decides; among equal networks the first of the list; a peer that no rule names is allowed.
 *
 * @param network CIDR, {@code 192.0.2.0/24} or {@code 2001:db8::/32}; without a slash one address
 * @param allowed whether its peers may be reached
 */
public record PeerRuleEntry(String network, boolean allowed) {
  public PeerRuleEntry {
    requireNonNull(network, "network");
  }
}
