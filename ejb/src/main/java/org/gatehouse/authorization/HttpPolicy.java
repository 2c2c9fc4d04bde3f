package org.gatehouse.authorization;

import org.gatehouse.admission.Admission;
import org.gatehouse.admission.HttpQuestion;
import org.gatehouse.admission.Publication;
import org.gatehouse.admission.Reason;
import org.gatehouse.directory.snapshot.DirectorySnapshot;
import org.gatehouse.directory.snapshot.PublishedPath;

/** Which paths are published, and for which methods. The longest path prefix decides. */
final class HttpPolicy {
  private HttpPolicy() {}

  static Admission<Publication> resource(DirectorySnapshot snapshot, HttpQuestion question) {
    for (PublishedPath path : snapshot.publications()) {
      Publication publication = path.publication();
      if (question.path().startsWith(publication.pathPrefix())) {
        if (!path.enabled()) {
          return Admission.refused(Reason.NOT_PUBLISHED, "disabled " + publication.name());
        }
        return publication.methods().contains(question.method())
            ? Admission.admitted(publication, "published " + publication.name())
            : Admission.refused(Reason.METHOD_NOT_ALLOWED, "methods of " + publication.name());
      }
    }
    return Admission.refused(Reason.NOT_PUBLISHED, "no-published-path");
  }
}
