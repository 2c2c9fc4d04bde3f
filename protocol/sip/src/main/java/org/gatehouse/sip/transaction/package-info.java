/**
 * The transaction layer.
 *
 * <p><b>Specification.</b> RFC 3261 §17 with the Accepted states of RFC 6026, response addressing
 * of §18.2 and RFC 3581.
 *
 * <p><b>Shapes.</b> A message arrives on a {@link org.gatehouse.sip.transaction.Flow} at the {@link
 * org.gatehouse.sip.transaction.TransactionLayer}; a new request becomes a {@link
 * org.gatehouse.sip.transaction.ServerTransaction} and goes to the {@link
 * org.gatehouse.sip.transaction.TransactionUser}; what that user sends is a {@link
 * org.gatehouse.sip.transaction.ClientTransaction}, whose responses come back to its {@link
 * org.gatehouse.sip.transaction.ResponseUser}.
 *
 * <p><b>Threads.</b> A layer and all its transactions belong to the one loop behind its {@link
 * org.gatehouse.sip.transaction.Timers}; nothing here is called from elsewhere.
 *
 * <p><b>Errors.</b> Responses that match nothing go to the user as strays; a transport that failed
 * or a timer that ran out is an event of the client transaction.
 *
 * <p><b>Not here.</b> Parsing, sockets, and what is done with a request.
 */
@NullMarked
package org.gatehouse.sip.transaction;

import org.jspecify.annotations.NullMarked;
