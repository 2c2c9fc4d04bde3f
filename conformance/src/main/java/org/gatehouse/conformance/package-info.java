/**
 * The annotation by which a test says which section of which specification it holds.
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.conformance.Spec} on a test method or class.
 *
 * <p><b>Not here.</b> Anything that production code uses: this module is on test class paths only.
 */
@NullMarked
package org.gatehouse.conformance;

import org.jspecify.annotations.NullMarked;
