/**
 * The stateful proxy.
 *
 * <p><b>Specification.</b> RFC 3261 §16, loop detection of RFC 5393 §4.2, double Record-Route of
 * RFC 5658 §5, Path of RFC 3327.
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.sip.proxy.ProxyCore} takes a request from the transaction
 * layer through {@link org.gatehouse.sip.proxy.RequestValidation} (§16.3) and {@link
 * org.gatehouse.sip.proxy.RoutePreprocessing} (§16.4) to a {@link
 * org.gatehouse.sip.proxy.ProxyRequest}; the element's {@link org.gatehouse.sip.proxy.Routing}
 * answers with a {@link org.gatehouse.sip.proxy.Decision} (§16.5); {@link
 * org.gatehouse.sip.proxy.RequestForwarding} makes the copies (§16.6) and a {@link
 * org.gatehouse.sip.proxy.ResponseContext} brings the best response back (§16.7). {@link
 * org.gatehouse.sip.proxy.RouteTokens} seal what later requests of the dialog need into our
 * Record-Route and Path values, so the proxy keeps nothing between transactions.
 *
 * <p><b>Threads.</b> Everything belongs to the loop of the transaction layer.
 *
 * <p><b>Errors.</b> A request that fails a check is answered with the status of its section; one
 * that cannot be forwarded anywhere gets 503 or 408.
 *
 * <p><b>Not here.</b> Who may call whom, where next hops are, sockets.
 */
@NullMarked
package org.gatehouse.sip.proxy;

import org.jspecify.annotations.NullMarked;
