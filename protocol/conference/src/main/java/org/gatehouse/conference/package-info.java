/**
 * The opening of a conference connection, at both doors of the Web Conferencing Edge.
 *
 * <p><b>Specification.</b> This package is it. Both doors speak TLS; within it, in the ABNF of RFC
 * 5234 with the rules of its appendix B.1 and of RFC 7405:
 *
 * <pre>
 * participant-opening    = %s"GATEHOUSE-CONFERENCE/1" SP session-key CRLF
 * session-key            = 16*128(ALPHA / DIGIT / "-" / "_")
 *
 * meeting-server-opening = %s"GATEHOUSE-MEETING-SERVER/1" SP server-name CRLF
 * server-name            = 1*253(ALPHA / DIGIT / "-" / "." / "_")
 *
 * connect                = %s"CONNECT" SP conference SP user CRLF
 * conference             = token
 * user                   = token
 * token                  = 1*(%x21-24 / %x26-7E / "%" 2HEXDIG)
 * </pre>
 *
 * <p>A participant outside sends {@code participant-opening} and may go on at once with the octets
 * of the meeting. A meeting server inside dials out, sends {@code meeting-server-opening} on each
 * connection, holds some of them open in advance and sends nothing more until the edge writes
 * {@code connect} to one of them: from then on that connection is this participant's, and octets
 * pass both ways as they are. No opening is longer than 512 octets. The edge answers nothing to an
 * opening: it connects, or it closes. Octets of {@code conference} and {@code user} that a token
 * does not hold are percent-encoded from UTF-8 (RFC 3986 §2.1).
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.conference.OpeningDecoder} turns octets into a {@link
 * org.gatehouse.conference.ConferenceOpening}; {@link org.gatehouse.conference.ConnectLine} is what
 * the edge writes.
 *
 * <p><b>Threads.</b> A decoder belongs to one connection and its loop; everything else is
 * immutable.
 *
 * <p><b>Errors.</b> Malformed octets are a {@link
 * org.gatehouse.conference.ConferenceFormatException}, at the first octet that cannot be right.
 *
 * <p><b>Not here.</b> Sockets, TLS, and which key leads where.
 */
@NullMarked
package org.gatehouse.conference;

import org.jspecify.annotations.NullMarked;
