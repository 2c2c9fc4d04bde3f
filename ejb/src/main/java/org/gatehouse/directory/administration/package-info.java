/**
 * What operators may do to the directory.
 *
 * <p><b>Specification.</b> None of the wire's; the digests that a password leaves behind are those
 * of RFC 7616 §3.4.2 and RFC 8489 §9.2.2.
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.directory.administration.DirectoryAdministration} is the
 * local business interface; it takes and gives entries ({@link
 * org.gatehouse.directory.administration.UserEntry}, {@link
 * org.gatehouse.directory.administration.PublicationEntry}, {@link
 * org.gatehouse.directory.administration.ConferenceEntry} and their like), and every answer is an
 * {@link org.gatehouse.directory.administration.Outcome}: {@code Done}, or {@code NotDone} with a
 * {@link org.gatehouse.directory.administration.Problem}.
 *
 * <p><b>Threads.</b> Calls block on the database; they come from request threads of the internal
 * side only. A change is committed when the call returns, and the node that made it decides by it
 * from then on; other nodes follow within a second.
 *
 * <p><b>Errors.</b> Malformed input, unknown objects, conflicts and a directory that is down are
 * all {@code NotDone}; nothing is thrown.
 *
 * <p><b>Not here.</b> Who may call: the web application on the internal side asks for the role
 * {@code operator}. Infrastructure: that is the server's management model.
 */
@NullMarked
package org.gatehouse.directory.administration;

import org.jspecify.annotations.NullMarked;
