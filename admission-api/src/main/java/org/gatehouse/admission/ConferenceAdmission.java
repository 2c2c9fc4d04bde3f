package org.gatehouse.admission;

/** The questions of the Web Conferencing Edge. */
public interface ConferenceAdmission {

  /** To which conference, and to which inside server, does this session key lead? */
  Admission<ConferenceGrant> connection(ConferenceQuestion question);

  /** May a server of this name register itself from inside as a meeting server? */
  Admission<MeetingServer> meetingServer(MeetingServerQuestion question);

  /** Can the authority answer at all? Doors open only when it can. */
  Admission<Ready> ready();
}
