package org.gatehouse.admission;

/** Why the authority refused. Each connector maps a reason to the code of its own protocol. */
public enum Reason {
  /** The user is not in the directory, or not enabled. */
  UNKNOWN_USER,
  /** The user is in the directory and was disabled by an operator. */
  DISABLED_USER,
  /** The domain of the request is not one of ours. */
  UNKNOWN_DOMAIN,
  /** The policy forbids it to this kind of asker. */
  FORBIDDEN,
  /** The method is not allowed on this object. */
  METHOD_NOT_ALLOWED,
  /** Nothing is published under this name. */
  NOT_PUBLISHED,
  /** The conference session key is unknown, spent or expired. */
  UNKNOWN_KEY,
  /** The peer address may not be reached through the relay. */
  FORBIDDEN_PEER,
  /** A limit of the user or of the whole is reached. */
  QUOTA_REACHED,
  /** The source is on the ban list. */
  BANNED
}
