package org.gatehouse.authorization;

import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.ConferenceAdmission;
import org.gatehouse.admission.ConferenceGrant;
import org.gatehouse.admission.ConferenceQuestion;
import org.gatehouse.admission.MeetingServer;
import org.gatehouse.admission.MeetingServerQuestion;
import org.gatehouse.admission.Ready;
import org.gatehouse.directory.Directory;
import org.jboss.ejb3.annotation.ResourceAdapter;

/** Answers the Web Conferencing Edge. */
@MessageDriven(messageListenerInterface = ConferenceAdmission.class)
@ResourceAdapter("conference-relay")
@TransactionManagement(TransactionManagementType.BEAN)
public class ConferenceAdmissionBean implements ConferenceAdmission {
  @Inject private Directory directory;
  private final Clock clock = Clock.systemUTC();

  @Override
  public Admission<ConferenceGrant> connection(ConferenceQuestion question) {
    return ConferenceAnswers.connection(directory, question, clock);
  }

  @Override
  public Admission<MeetingServer> meetingServer(MeetingServerQuestion question) {
    return Answer.by(directory, question, s -> ConferencePolicy.meetingServer(s, question));
  }

  @Override
  public Admission<Ready> ready() {
    return Answer.guarded(directory::ready);
  }
}
