package org.gatehouse.authorization;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.HttpAdmission;
import org.gatehouse.admission.HttpQuestion;
import org.gatehouse.admission.Publication;
import org.gatehouse.directory.Directory;

/** Answers the HTTP reverse proxy. */
@Stateless
@Local(HttpAdmission.class)
@TransactionManagement(TransactionManagementType.BEAN)
public class HttpAdmissionBean implements HttpAdmission {
  @Inject private Directory directory;

  @Override
  public Admission<Publication> resource(HttpQuestion question) {
    return Answer.by(directory, question, s -> HttpPolicy.resource(s, question));
  }
}
