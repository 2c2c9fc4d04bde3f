package org.gatehouse.directory.snapshot;

import static java.util.Objects.requireNonNull;

import org.gatehouse.admission.Publication;

/**
 * A publication, enabled or not: a disabled one hides its paths from shorter prefixes too.
 *
 * @param publication what is published
 * @param enabled whether it is
 */
public record PublishedPath(Publication publication, boolean enabled) {
  public PublishedPath {
    requireNonNull(publication, "publication");
  }
}
