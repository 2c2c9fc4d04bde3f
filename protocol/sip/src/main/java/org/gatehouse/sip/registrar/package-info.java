/**
 * The registrar and what it knows.
 *
 * <p><b>Specification.</b> RFC 3261 §10.3, Path of RFC 3327.
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.sip.registrar.Registrar} turns a REGISTER of an
 * authenticated user into an {@link org.gatehouse.sip.registrar.Registrar.Outcome}; the {@link
 * org.gatehouse.sip.registrar.Binding}s of an address-of-record are where its requests go.
 *
 * <p><b>Threads.</b> Owned by the loop of the Director.
 *
 * <p><b>Errors.</b> What the RFC refuses is an outcome with its status.
 *
 * <p><b>Not here.</b> Who may register for whom; the directory.
 */
@NullMarked
package org.gatehouse.sip.registrar;

import org.jspecify.annotations.NullMarked;
