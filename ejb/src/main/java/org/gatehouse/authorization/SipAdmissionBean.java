package org.gatehouse.authorization;

import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.CredentialsQuestion;
import org.gatehouse.admission.DigestKeys;
import org.gatehouse.admission.Passage;
import org.gatehouse.admission.Proof;
import org.gatehouse.admission.Ready;
import org.gatehouse.admission.SipAdmission;
import org.gatehouse.admission.SipQuestion;
import org.gatehouse.directory.Directory;
import org.jboss.ejb3.annotation.ResourceAdapter;

/** Answers the Access Edge and the Director. */
@MessageDriven(messageListenerInterface = SipAdmission.class)
@ResourceAdapter("sip-connector")
@TransactionManagement(TransactionManagementType.BEAN)
public class SipAdmissionBean implements SipAdmission {
  @Inject private Directory directory;

  @Override
  public Admission<Passage> passage(SipQuestion question) {
    return Answer.by(directory, question, s -> SipPolicy.passage(s, question));
  }

  @Override
  public Admission<Proof> proof(SipQuestion question) {
    return Answer.by(directory, question, s -> SipPolicy.proof(s, question));
  }

  @Override
  public Admission<DigestKeys> credentials(CredentialsQuestion question) {
    return Answer.by(directory, question, s -> UserPolicy.credentials(s, question));
  }

  @Override
  public Admission<Ready> ready() {
    return Answer.guarded(directory::ready);
  }
}
