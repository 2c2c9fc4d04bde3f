package org.gatehouse.admission;

/** The questions of the Access Edge and of the Director. */
public interface SipAdmission {

  /**
   * May this request outside a dialog cross from the side where it arrived to the other (RFC 3261
   * §16.3)?
   */
  Admission<Passage> passage(SipQuestion question);

  /**
   * Does the Director serve this request's domain, and must its sender prove who it is (RFC 3261
   * §22.3)?
   */
  Admission<Proof> proof(SipQuestion question);

  /** Which digests does this user have (RFC 3261 §22)? The comparison is the Director's. */
  Admission<DigestKeys> credentials(CredentialsQuestion question);

  /** Can the authority answer at all? Doors open only when it can. */
  Admission<Ready> ready();
}
