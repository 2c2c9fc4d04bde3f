/**
 * The A/V Edge as a resource adapter: STUN and TURN on two sides of the perimeter.
 *
 * <p><b>Specification.</b> RFC 8489, RFC 8656; Jakarta Connectors 2.1 §5 and §13.
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.relay.MediaRelayResourceAdapter} reads its {@link
 * org.gatehouse.relay.RelayConfiguration}, opens two doors on one loop and hands each datagram to
 * the {@link org.gatehouse.relay.Relay}: it takes requests through the steps of {@code
 * org.gatehouse.turn}, puts {@link org.gatehouse.relay.Questions} to the authority in between, and
 * relays data at once. {@link org.gatehouse.relay.RelayedPorts} binds the sockets toward the peers,
 * each a {@link org.gatehouse.relay.PeerSocket}. {@link org.gatehouse.relay.RelayCounters} counts.
 *
 * <p><b>Threads.</b> One loop owns every allocation, its socket, its permissions and channels; the
 * answers of the authority come back to it.
 *
 * <p><b>Errors.</b> Malformed datagrams are dropped and counted. Refused: the error response of the
 * protocol. A wrong property closes its doors and says so; nothing is thrown at start.
 *
 * <p><b>Not here.</b> The rules of TURN, and policy: which peers may be reached is the authority's.
 */
@NullMarked
package org.gatehouse.relay;

import org.jspecify.annotations.NullMarked;
