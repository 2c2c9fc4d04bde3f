/**
 * The annotation by which a test says which section of which specification it holds.
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.conformance.Spec} on a test method or class; {@link
 * org.gatehouse.conformance.SpecReference} is one such place found in a source; {@link
 * org.gatehouse.conformance.ConformanceDocument} writes them in the order of the specifications.
 *
 * <p><b>Not here.</b> Anything that production code uses: this module is on test class paths only.
 */
@NullMarked
package org.gatehouse.conformance;

import org.jspecify.annotations.NullMarked;
