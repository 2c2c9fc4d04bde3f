package org.gatehouse.conference;

/** Octets that are no opening: which rule of the grammar they break, and at which octet. */
public final class ConferenceFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String rule;
  private final int offset;

  /**
   * @param rule the ABNF rule of this package
   * @param offset octets from the start of the connection
   */
  public ConferenceFormatException(String rule, int offset) {
    super("malformed " + rule + " at " + offset, null, false, false);
    this.rule = rule;
    this.offset = offset;
  }

  public String rule() {
    return rule;
  }

  public int offset() {
    return offset;
  }
}
