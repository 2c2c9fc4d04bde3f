/**
 * People and servers around a running Gatehouse, and the demonstration that they play.
 *
 * <p><b>Specification.</b> The clients' side of RFC 3261 (with Digest of RFC 7616 and RFC 8760),
 * RFC 3428, RFC 8656 over RFC 8489, and the openings of {@code org.gatehouse.conference}.
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.demo.Doors} says where the server listens. An {@link
 * org.gatehouse.demo.Operator} administers it; a {@link org.gatehouse.demo.UserAgent} registers,
 * calls and sends messages, by way of {@link org.gatehouse.demo.OutgoingCall}, {@link
 * org.gatehouse.demo.IncomingCall} and {@link org.gatehouse.demo.Dialog}; a {@link
 * org.gatehouse.demo.RelayClient} holds an allocation; a {@link org.gatehouse.demo.MeetingServer}
 * waits inside for a {@link org.gatehouse.demo.MeetingClient}; {@link
 * org.gatehouse.demo.InsideFiles} are what a web server inside has. Each tells a {@link
 * org.gatehouse.demo.Stage} what goes over which door. {@link org.gatehouse.demo.Demonstration}
 * lets them play in numbered {@link org.gatehouse.demo.Steps}.
 *
 * <p><b>Threads.</b> An actor belongs to one thread, which may lead several: nothing waits for
 * another actor except in the methods that are called {@code await}. Inside files are served by
 * their own thread.
 *
 * <p><b>Errors.</b> What does not come as it should is an {@link java.io.IOException} that says
 * what was awaited and what came; no wait is longer than {@link
 * org.gatehouse.demo.Deadline#PATIENCE}.
 *
 * <p><b>Not here.</b> Transports for SIP other than UDP, retransmission of responses, media.
 */
@NullMarked
package org.gatehouse.demo;

import org.jspecify.annotations.NullMarked;
