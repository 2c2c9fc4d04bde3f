/**
 * Digest authentication for SIP.
 *
 * <p><b>Specification.</b> RFC 7616, RFC 8760 and RFC 3261 §22; MD5 remains for peers that speak
 * RFC 2617 only.
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.sip.digest.Nonce} makes a nonce that carries its time and
 * its seal; {@link org.gatehouse.sip.digest.Challenge} writes it once per {@link
 * org.gatehouse.sip.digest.DigestAlgorithm}; what comes back is read into {@link
 * org.gatehouse.sip.digest.Credentials} and proved by {@link
 * org.gatehouse.sip.digest.DigestVerification} against the stored H(A1).
 *
 * <p><b>Threads.</b> All types are immutable and may be shared.
 *
 * <p><b>Errors.</b> Malformed credentials are a {@link org.gatehouse.sip.SipFormatException}; wrong
 * ones are an outcome.
 *
 * <p><b>Not here.</b> Where H(A1) is kept, counting of nonce uses, auth-int.
 */
@NullMarked
package org.gatehouse.sip.digest;

import org.jspecify.annotations.NullMarked;
