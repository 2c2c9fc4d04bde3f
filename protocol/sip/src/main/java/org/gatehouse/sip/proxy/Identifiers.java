package org.gatehouse.sip.proxy;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Branches and tags that nobody has had before. For one loop. */
public final class Identifiers {
  private final String prefix;
  private long count;

  /**
   * @param random gives 64 bits that tell this element's identifiers from all others (RFC 3261
   *     §19.3)
   */
  public Identifiers(SecureRandom random) {
    byte[] bits = new byte[8];
    random.nextBytes(bits);
    prefix = HexFormat.of().formatHex(bits);
  }

  /** The part of a branch that follows the magic cookie and the hash. */
  String branch() {
    count++;
    return prefix + Long.toHexString(count);
  }

  /** A tag for To. */
  public String tag() {
    return branch();
  }
}
