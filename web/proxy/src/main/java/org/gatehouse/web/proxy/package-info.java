/**
 * The HTTP reverse proxy: what the directory publishes crosses the perimeter, everything else is
 * not found.
 *
 * <p><b>Specification.</b> RFC 9110 §7.6 (forwarding), §9.3 (methods), §15 (status codes); RFC 9112
 * §3.2 (request target), §6 (framing); RFC 3986 §2.1 and §5.2.4 (percent-encoding, dot segments);
 * RFC 7239 (Forwarded).
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.web.proxy.ReverseProxyExtension} puts one {@link
 * org.gatehouse.web.proxy.ReverseProxyChain} before the servlets of the module, of which there are
 * none; the chain is written out in its constructor. A request that passes the framing and path
 * checks becomes an {@link org.gatehouse.admission.HttpQuestion}; its {@link
 * org.gatehouse.admission.Publication} names the inside origin; the body then flows between two
 * connections. {@link org.gatehouse.web.proxy.ProxySettings} holds every limit, {@link
 * org.gatehouse.web.proxy.ProxyCounters} every number.
 *
 * <p><b>Threads.</b> The question is put on a worker thread; everything else runs on the I/O thread
 * that owns the connection of the client, which also owns the connection to the inside.
 *
 * <p><b>Errors.</b> Malformed: 400 (413, 501 where the RFC says so), and the connection is closed.
 * Refused: 404, 405 or 403. Failed: 502, 503 or 504. The answer says its status and nothing else.
 *
 * <p><b>Not here.</b> Policy, which is the authority's; caching; WebSocket.
 */
@NullMarked
package org.gatehouse.web.proxy;

import org.jspecify.annotations.NullMarked;
