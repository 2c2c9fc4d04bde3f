package org.gatehouse.admission;

/** The questions of the A/V Edge. */
public interface RelayAdmission {

  /** Which long-term credential keys does this user have (RFC 8489 §9.2)? */
  Admission<DigestKeys> credentials(CredentialsQuestion question);

  /** May this authenticated user hold one more allocation (RFC 8656 §7.2)? */
  Admission<RelayGrant> allocation(AllocationQuestion question);

  /** May this allocation send to that peer (RFC 8656 §10.2 and §12.2)? */
  Admission<PeerGrant> permission(PermissionQuestion question);

  /** Can the authority answer at all? Doors open only when it can. */
  Admission<Ready> ready();
}
