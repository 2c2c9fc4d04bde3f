/**
 * The directory as the policy sees it: immutable and in memory.
 *
 * <p><b>Specification.</b> Addresses of record as in RFC 3261 §6; networks as in RFC 4632 §3.1 and
 * RFC 4291 §2.3; the digests are those of RFC 7616 §3.4.2 and RFC 8489 §9.2.2.
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.directory.snapshot.DirectorySnapshot} holds everything;
 * {@link org.gatehouse.directory.snapshot.Users} finds a {@link
 * org.gatehouse.directory.snapshot.KnownUser} by a user name of the wire; {@link
 * org.gatehouse.directory.snapshot.PublishedPath} and {@link
 * org.gatehouse.directory.snapshot.PeerNetwork} stand in the order in which they decide; {@link
 * org.gatehouse.directory.snapshot.KnownKey} is a session key by its hash; {@link
 * org.gatehouse.directory.snapshot.Network} tells whether an address belongs to it.
 *
 * <p><b>Threads.</b> Everything is immutable; any thread may read.
 *
 * <p><b>Errors.</b> A network that is none is an empty answer of its parser; the rest is checked
 * where it is written.
 *
 * <p><b>Not here.</b> Reading it from the database, and deciding.
 */
@NullMarked
package org.gatehouse.directory.snapshot;

import org.jspecify.annotations.NullMarked;
