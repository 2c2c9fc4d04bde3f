package org.gatehouse.turn;

import org.gatehouse.stun.ErrorCode;

/** The error codes of RFC 8489 §14.8 and RFC 8656 §19 that this server sends. */
public final class ErrorCodes {
  public static final ErrorCode BAD_REQUEST = new ErrorCode(400, "Bad Request");
  public static final ErrorCode UNAUTHENTICATED = new ErrorCode(401, "Unauthenticated");
  public static final ErrorCode FORBIDDEN = new ErrorCode(403, "Forbidden");
  public static final ErrorCode UNKNOWN_ATTRIBUTE = new ErrorCode(420, "Unknown Attribute");
  public static final ErrorCode ALLOCATION_MISMATCH = new ErrorCode(437, "Allocation Mismatch");
  public static final ErrorCode STALE_NONCE = new ErrorCode(438, "Stale Nonce");
  public static final ErrorCode ADDRESS_FAMILY_NOT_SUPPORTED =
      new ErrorCode(440, "Address Family not Supported");
  public static final ErrorCode WRONG_CREDENTIALS = new ErrorCode(441, "Wrong Credentials");
  public static final ErrorCode UNSUPPORTED_TRANSPORT =
      new ErrorCode(442, "Unsupported Transport Protocol");
  public static final ErrorCode PEER_ADDRESS_FAMILY_MISMATCH =
      new ErrorCode(443, "Peer Address Family Mismatch");
  public static final ErrorCode ALLOCATION_QUOTA_REACHED =
      new ErrorCode(486, "Allocation Quota Reached");
  public static final ErrorCode SERVER_ERROR = new ErrorCode(500, "Server Error");
  public static final ErrorCode INSUFFICIENT_CAPACITY = new ErrorCode(508, "Insufficient Capacity");

  private ErrorCodes() {}
}
