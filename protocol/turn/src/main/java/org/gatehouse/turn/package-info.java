/**
 * A TURN server for UDP, as functions.
 *
 * <p><b>Specification.</b> RFC 8656 §5 to §12 (allocations, permissions, channels), RFC 8489 §9.2
 * (long-term credentials). Clients of RFC 5389 and RFC 5766 are served too.
 *
 * <p><b>Shapes.</b> A request is an {@link org.gatehouse.turn.Arrival}; {@link
 * org.gatehouse.turn.RequestProcessing} takes it through {@link
 * org.gatehouse.turn.LongTermCredential} to the processing of its method and gives a {@link
 * org.gatehouse.turn.Step}: what must be asked first, with the way to go on, or {@code Done} with
 * an {@link org.gatehouse.turn.Outcome}. {@link org.gatehouse.turn.Allocations} is the state: each
 * {@link org.gatehouse.turn.Allocation} holds its permissions and channels. Data passes {@link
 * org.gatehouse.turn.SendIndication}, {@link org.gatehouse.turn.DataIndication} and {@link
 * org.gatehouse.turn.ChannelData} without a question.
 *
 * <p><b>Threads.</b> Everything belongs to the one loop that owns the {@link
 * org.gatehouse.turn.TurnServer}; a step is resumed there. Nothing locks.
 *
 * <p><b>Errors.</b> Malformed: 400 where the message was whole. Refused: an error response. A
 * question that found no answer: 500.
 *
 * <p><b>Not here.</b> Sockets, timers, policy, TCP, mobility.
 */
@NullMarked
package org.gatehouse.turn;

import org.jspecify.annotations.NullMarked;
