package org.gatehouse.stun;

/** Octets that are not STUN: which field, at which offset, against which section. */
public final class StunFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final int offset;
  private final String section;

  /**
   * @param offset octets from the start of the message
   */
  public StunFormatException(String field, int offset, String section) {
    super("malformed " + field + " at " + offset + " (" + section + ")", null, false, false);
    this.field = field;
    this.offset = offset;
    this.section = section;
  }

  public String field() {
    return field;
  }

  public int offset() {
    return offset;
  }

  public String section() {
    return section;
  }
}
