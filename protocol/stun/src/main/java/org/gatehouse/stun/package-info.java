/**
 * STUN messages: the codec, message integrity and fingerprint.
 *
 * <p><b>Specification.</b> RFC 8489 §5 (message), §7 (FINGERPRINT), §9 (keys), §14 (attributes);
 * RFC 8656 §18 (the attributes of TURN).
 *
 * <p><b>Shapes.</b> A datagram becomes a {@link org.gatehouse.stun.StunMessage}: {@link
 * org.gatehouse.stun.MessageClass} and {@link org.gatehouse.stun.Method}, {@link
 * org.gatehouse.stun.TransactionId}, and a list of {@link org.gatehouse.stun.Attribute}s, one
 * record each. A {@link org.gatehouse.stun.StunMessageBuilder} makes the octets of an answer. An
 * {@link org.gatehouse.stun.IntegrityAlgorithm} signs and verifies with a key that {@link
 * org.gatehouse.stun.PasswordAlgorithm} computed.
 *
 * <p><b>Threads.</b> Messages and attributes are immutable; a builder belongs to one thread.
 *
 * <p><b>Errors.</b> Octets that are no STUN message are a {@link
 * org.gatehouse.stun.StunFormatException}. An attribute whose value breaks its own format is kept
 * as {@link org.gatehouse.stun.MalformedAttribute}, so that a request can be answered with 400. A
 * value of our own outside its range is an {@code IllegalArgumentException}.
 *
 * <p><b>Not here.</b> Transactions, retransmission, what a server does with a message.
 */
@NullMarked
package org.gatehouse.stun;

import org.jspecify.annotations.NullMarked;
