/**
 * The questions that the wire asks and the answers that the authority gives.
 *
 * <p><b>Specification.</b> None of the wire's: this package is the contract between the connectors,
 * which know protocols and no policy, and the beans, which know policy and no protocol.
 *
 * <p><b>Shapes.</b> A connector describes who asks ({@link org.gatehouse.admission.Stranger}) and
 * what for, and puts it to one of the four doors' interfaces: {@link
 * org.gatehouse.admission.SipAdmission}, {@link org.gatehouse.admission.RelayAdmission}, {@link
 * org.gatehouse.admission.ConferenceAdmission}, {@link org.gatehouse.admission.HttpAdmission}.
 * Every answer is an {@link org.gatehouse.admission.Admission}: {@code Admitted} with what was
 * granted, {@code Refused} with a {@link org.gatehouse.admission.Reason}, or {@code Unavailable}.
 * The first three interfaces are JCA message-listener types: message-driven beans implement them,
 * and the resource adapters call them through message endpoints.
 *
 * <p><b>Threads.</b> A call may block on a database; it is made from a short Work of the container,
 * never from an event loop. What was admitted once is not asked again.
 *
 * <p><b>Errors.</b> A malformed question cannot be built: the records check their components. A
 * refusal is an answer. A failure of the authority is {@code Unavailable}, never an exception.
 *
 * <p><b>Not here.</b> Policy, persistence, wire formats.
 */
@NullMarked
package org.gatehouse.admission;

import org.jspecify.annotations.NullMarked;
