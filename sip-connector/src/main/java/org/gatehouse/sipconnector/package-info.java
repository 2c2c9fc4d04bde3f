/**
 * Access Edge and Director as one resource adapter.
 *
 * <p><b>Specification.</b> RFC 3261 §16 (proxy), §10 (registrar), §22 (authentication); Jakarta
 * Connectors 2.1 for what surrounds them.
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.sipconnector.SipConnectorResourceAdapter} reads {@link
 * org.gatehouse.sipconnector.SipSettings} and starts a {@link org.gatehouse.sipconnector.SipNode};
 * its {@link org.gatehouse.sipconnector.SipElement}s are the Access Edge with an external and an
 * internal {@link org.gatehouse.sipconnector.Leg} and the Director with one. A message comes in on
 * a leg, goes through the proxy core, and its way is decided by {@link
 * org.gatehouse.sipconnector.AccessEdge} or {@link org.gatehouse.sipconnector.Director}, which ask
 * {@link org.gatehouse.sipconnector.Questions}.
 *
 * <p><b>Threads.</b> One UDP loop owns all transactions, legs and registrations; stream connections
 * hand their messages to it.
 *
 * <p><b>Errors.</b> A request that cannot be read is answered 400 where it can be; everything else
 * malformed is counted and dropped. A wrong property closes its own door.
 *
 * <p><b>Not here.</b> The protocol itself ({@code org.gatehouse.sip}) and every rule about who may
 * do what (the beans).
 */
@NullMarked
package org.gatehouse.sipconnector;

import org.jspecify.annotations.NullMarked;
