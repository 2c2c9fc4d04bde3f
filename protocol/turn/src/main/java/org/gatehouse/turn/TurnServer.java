package org.gatehouse.turn;

import java.util.Set;
import org.gatehouse.stun.AddressFamily;

/**
 * The state of one TURN server. Belongs to one loop.
 *
 * @param families of the relayed transport addresses that it can give
 */
public record TurnServer(
    LongTermCredential credential, Allocations allocations, Set<AddressFamily> families) {
  public TurnServer {
    families = Set.copyOf(families);
  }
}
