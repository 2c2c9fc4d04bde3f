/**
 * Streams: TCP and TLS, listeners and connections, on event loops with threads of the container.
 *
 * <p><b>Specification.</b> RFC 9293 (TCP); RFC 8446 (TLS 1.3) and RFC 5246 (TLS 1.2), no older
 * version (RFC 8996).
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.transport.stream.StreamLoops} listens within {@link
 * org.gatehouse.transport.stream.ListenOptions} and connects; a {@link
 * org.gatehouse.transport.stream.StreamListener} hands each connection to the protocol that fills
 * its pipeline; {@link org.gatehouse.transport.stream.TlsContexts} makes the TLS stage of such a
 * pipeline from key and trust managers; {@link org.gatehouse.transport.stream.StreamLoop} is the
 * loop of a connection as an {@link org.gatehouse.transport.EventLoop}, to which the authority's
 * answers come back.
 *
 * <p><b>Threads.</b> Each loop is one long task on the executor that the caller gives. A connection
 * belongs to one loop for its life. Listening, connecting and closing may be asked from any thread.
 *
 * <p><b>Errors.</b> What cannot be bound or reached completes its stage with an {@code IOException}
 * that names the address. A TLS handshake that fails or takes longer than ten seconds closes its
 * connection. A connection beyond the limit is closed at once and counted.
 *
 * <p><b>Not here.</b> Protocols, datagrams, and where keys come from.
 */
@NullMarked
package org.gatehouse.transport.stream;

import org.jspecify.annotations.NullMarked;
