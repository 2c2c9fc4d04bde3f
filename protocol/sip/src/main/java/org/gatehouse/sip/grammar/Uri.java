package org.gatehouse.sip.grammar;

/** A URI in a request line or an address. */
public sealed interface Uri permits SipUri, Uri.Other {

  /** The scheme in lower case. */
  String scheme();

  /**
   * A URI that is neither sip nor sips.
   *
   * @param scheme in lower case
   * @param text as written
   */
  record Other(String scheme, String text) implements Uri {
    @Override
    public String toString() {
      return text;
    }
  }
}
