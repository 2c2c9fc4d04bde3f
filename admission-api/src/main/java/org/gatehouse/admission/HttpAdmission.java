package org.gatehouse.admission;

/** The question of the HTTP reverse proxy. Local business interface of a bean. */
public interface HttpAdmission {

  /** Is this path published, and for this method? */
  Admission<Publication> resource(HttpQuestion question);
}
