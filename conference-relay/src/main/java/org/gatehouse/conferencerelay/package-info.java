/**
 * The Web Conferencing Edge as a resource adapter.
 *
 * <p><b>Specification.</b> The openings of {@code org.gatehouse.conference}; Jakarta Connectors 2.1
 * §5 (life cycle) and §13 (message inflow).
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.conferencerelay.ConferenceRelayResourceAdapter} hands
 * {@link org.gatehouse.conferencerelay.ConferenceProperties} to a {@link
 * org.gatehouse.conferencerelay.ConferenceRelay}, which opens two doors. A participant outside is
 * an {@link org.gatehouse.conferencerelay.ExternalConnection} until the authority has admitted its
 * session key; a connection that a meeting server dialled out is an {@link
 * org.gatehouse.conferencerelay.InternalConnection} until {@link
 * org.gatehouse.conferencerelay.MeetingServers} gives it to a participant. From then on both are
 * {@link org.gatehouse.conferencerelay.RelayLeg}s of one pair.
 *
 * <p><b>Threads.</b> Each connection belongs to its event loop, the meeting servers to one loop; a
 * pair's legs reach each other only by writes and by pausing reads, both of which any thread may
 * do. Questions and look-ups of keys run as short works.
 *
 * <p><b>Errors.</b> An opening that is malformed, late or not admitted closes its connection with
 * nothing forwarded, and is counted. A wrong property or a missing key manager leaves its own door
 * closed with the reason.
 *
 * <p><b>Not here.</b> Who may enter which conference, and what the octets of a meeting mean.
 */
@NullMarked
package org.gatehouse.conferencerelay;

import org.jspecify.annotations.NullMarked;
