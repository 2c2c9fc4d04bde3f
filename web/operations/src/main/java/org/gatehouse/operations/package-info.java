/**
 * The operations pages and the REST interface of the directory, on the internal server only.
 *
 * <p><b>Specification.</b> Jakarta RESTful Web Services 3.1; bodies are JSON (RFC 8259).
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.operations.OperationsApplication} is the root; one class
 * for each kind of object ({@link org.gatehouse.operations.UsersResource}, {@link
 * org.gatehouse.operations.ConferencesResource} and their like) reads a body, calls the {@link
 * org.gatehouse.directory.administration.DirectoryAdministration} and gives its outcome to {@link
 * org.gatehouse.operations.Answers}; {@link org.gatehouse.operations.JsonOnly} keeps out what a
 * foreign page could make a browser send; {@link org.gatehouse.operations.ChangeRecord} logs who
 * changed what.
 *
 * <p><b>Threads.</b> Request threads of the container, which block on the database.
 *
 * <p><b>Errors.</b> A malformed body answers 400, what is not there 404, a conflict 409, a
 * directory that is down 503, each with a {@link org.gatehouse.operations.ProblemDocument}; the
 * unforeseen answers 500 and is logged.
 *
 * <p><b>Not here.</b> Authentication, which is the container's: every path wants the role {@code
 * operator}. The checks of values, which are the directory's.
 */
@NullMarked
package org.gatehouse.operations;

import org.jspecify.annotations.NullMarked;
