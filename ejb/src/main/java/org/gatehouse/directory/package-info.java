/**
 * The directory: the business data of the perimeter, its schema, and the only way to both.
 *
 * <p><b>Specification.</b> The digests of {@link org.gatehouse.directory.DigestCalculation} are
 * H(A1) of RFC 7616 §3.4.2 and the long-term credential keys of RFC 8489 §9.2.2.
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.directory.Directory} gives a {@link
 * org.gatehouse.directory.DirectoryReading}: the current snapshot, or why there is none. {@link
 * org.gatehouse.directory.DirectoryBean} holds it in a {@code DirectoryMemory}, which asks {@code
 * Schema} to migrate (Flyway) and seed at first use and reads entities through {@link
 * org.gatehouse.directory.Transactions}. {@link
 * org.gatehouse.directory.DirectoryAdministrationBean} changes the directory. The entities are
 * package-private.
 *
 * <p><b>Threads.</b> A reading is one volatile read, except once a second, when one of the asking
 * threads looks at the version row and, where that changed, reads everything anew.
 *
 * <p><b>Errors.</b> Nothing here fails at deployment. A database that is down, a migration that
 * does not run or a wrong environment variable is a {@code Missing} reading with its cause, tried
 * again every second or two.
 *
 * <p><b>Changes by SQL.</b> Rows may be changed past the beans. A snapshot is reread only when the
 * version row changes, so such a transaction must also say {@code update directory_version set
 * version = version + 1}.
 *
 * <p><b>Not here.</b> Policy, and who may administer.
 */
@NullMarked
package org.gatehouse.directory;

import org.jspecify.annotations.NullMarked;
