/**
 * The beans that answer the questions of the wire, and the policy by which they do.
 *
 * <p><b>Specification.</b> None of its own; each rule names the section it serves: RFC 3261 §16.3
 * and §22, RFC 8656 §7.2, §10.2 and §12.2, RFC 8489 §9.2.
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.authorization.SipPolicy}, {@link
 * org.gatehouse.authorization.RelayPolicy}, {@link org.gatehouse.authorization.ConferencePolicy}
 * and {@link org.gatehouse.authorization.HttpPolicy} are pure functions: snapshot and question in,
 * {@link org.gatehouse.admission.Admission} out. One bean for each door takes the snapshot from the
 * {@link org.gatehouse.directory.Directory} and calls its policy; three are message-driven beans of
 * the connectors, the fourth is a local session bean for the reverse proxy.
 *
 * <p><b>Threads.</b> Beans are called on short works and request threads; they may block for the
 * database at most once a second, and for a session key that is limited in uses.
 *
 * <p><b>Errors.</b> A refusal is an answer and names its rule. A failure is {@code Unavailable}; no
 * exception leaves a bean.
 *
 * <p><b>Not here.</b> Protocols and their codes; reading the directory.
 */
@NullMarked
package org.gatehouse.authorization;

import org.jspecify.annotations.NullMarked;
