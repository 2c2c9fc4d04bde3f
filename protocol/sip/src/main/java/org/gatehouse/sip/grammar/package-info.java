/**
 * Addresses and URIs as JAIN-SIP RI reads them; the one package that knows the RI.
 *
 * <p><b>Specification.</b> RFC 3261 §19 and §25.
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.sip.grammar.Grammar} reads text into a {@link
 * org.gatehouse.sip.grammar.Uri}, which is a {@link org.gatehouse.sip.grammar.SipUri} or one of
 * another scheme, and into a {@link org.gatehouse.sip.grammar.NameAddr}.
 *
 * <p><b>Threads.</b> All values are immutable; parsers are made per call.
 *
 * <p><b>Errors.</b> A {@link org.gatehouse.sip.SipFormatException} names the field.
 *
 * <p><b>Not here.</b> Whole messages: those keep their octets.
 */
@NullMarked
package org.gatehouse.sip.grammar;

import org.jspecify.annotations.NullMarked;
