/**
 * SIP messages as octets with an index.
 *
 * <p><b>Specification.</b> RFC 3261 §7 (messages), §8.2.6 (responses), §18.3 (framing), §20 and §25
 * (header fields); RFC 4475 and RFC 5118 for what a receiver must bear.
 *
 * <p><b>Shapes.</b> Octets become a {@link org.gatehouse.sip.SipMessage}, cut out of a TCP stream
 * by {@link org.gatehouse.sip.SipStreamFraming} where there is one. Its header fields are asked for
 * by {@link org.gatehouse.sip.HeaderName}; the topmost hop is a {@link org.gatehouse.sip.Via}. An
 * {@link org.gatehouse.sip.Edit} makes the next message and leaves every untouched line as it came.
 * A further check decides what is answered to a message that breaks a rule.
 *
 * <p><b>Threads.</b> Messages are immutable. An edit and a framing belong to one thread.
 *
 * <p><b>Errors.</b> Malformed octets are a {@link org.gatehouse.sip.SipFormatException}; nothing
 * else is thrown for what came from the network. A value of our own that would break the line
 * structure is an {@code IllegalArgumentException}.
 *
 * <p><b>Not here.</b> Transactions, routing, sockets, the meaning of bodies.
 */
@NullMarked
package org.gatehouse.sip;

import org.jspecify.annotations.NullMarked;
