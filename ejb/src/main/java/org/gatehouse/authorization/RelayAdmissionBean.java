package org.gatehouse.authorization;

import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.AllocationQuestion;
import org.gatehouse.admission.CredentialsQuestion;
import org.gatehouse.admission.DigestKeys;
import org.gatehouse.admission.PeerGrant;
import org.gatehouse.admission.PermissionQuestion;
import org.gatehouse.admission.Ready;
import org.gatehouse.admission.RelayAdmission;
import org.gatehouse.admission.RelayGrant;
import org.gatehouse.directory.Directory;
import org.jboss.ejb3.annotation.ResourceAdapter;

/** Answers the A/V Edge. */
@MessageDriven(messageListenerInterface = RelayAdmission.class)
@ResourceAdapter("media-relay")
@TransactionManagement(TransactionManagementType.BEAN)
public class RelayAdmissionBean implements RelayAdmission {
  @Inject private Directory directory;

  @Override
  public Admission<DigestKeys> credentials(CredentialsQuestion question) {
    return Answer.by(directory, question, s -> UserPolicy.credentials(s, question));
  }

  @Override
  public Admission<RelayGrant> allocation(AllocationQuestion question) {
    return Answer.by(directory, question, s -> RelayPolicy.allocation(s, question));
  }

  @Override
  public Admission<PeerGrant> permission(PermissionQuestion question) {
    return Answer.by(directory, question, s -> RelayPolicy.permission(s, question));
  }

  @Override
  public Admission<Ready> ready() {
    return Answer.guarded(directory::ready);
  }
}
