/**
 * Sockets and the loops that own what arrives at them.
 *
 * <p><b>Specification.</b> None of a protocol: UDP datagrams in and out, and time.
 *
 * <p><b>Shapes.</b> An {@link org.gatehouse.transport.UdpLoop} is an {@link
 * org.gatehouse.transport.EventLoop}: it binds {@link
 * org.gatehouse.transport.DatagramSocketHandle}s, hands each datagram to the {@link
 * org.gatehouse.transport.DatagramHandler} of its socket, runs tasks that other threads gave it,
 * and timers from a {@link org.gatehouse.transport.TimerWheel}.
 *
 * <p><b>Threads.</b> One thread runs a loop, given by the container; state that a handler touches
 * belongs to that loop and needs no lock.
 *
 * <p><b>Errors.</b> A socket that cannot be bound fails its future with the address and the reason.
 * A datagram that cannot be sent is counted and dropped. A handler that throws is logged and the
 * loop goes on.
 *
 * <p><b>Not here.</b> Streams ({@code org.gatehouse.transport.stream}), protocols, policy.
 */
@NullMarked
package org.gatehouse.transport;

import org.jspecify.annotations.NullMarked;
