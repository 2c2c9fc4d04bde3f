package org.gatehouse.sip.proxy;

import java.util.Locale;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.Via;
import org.gatehouse.sip.transaction.Listener;

/**
 * Tells a loop from a spiral (RFC 5393 §4.2.1): our branch begins with a hash over all that decides
 * where a request goes, so a request that comes back with the same hash would go round again.
 */
final class LoopDetection {
  static final String PREFIX = "z9hG4bK";
  private static final int HASH_LENGTH = 8;

  private LoopDetection() {}

  /** Eight hexadecimal digits. */
  static String hash(SipMessage request) {
    int hash = request.requestUri().hashCode();
    hash = 31 * hash + request.values(HeaderName.ROUTE).hashCode();
    hash = 31 * hash + request.values(HeaderName.PROXY_REQUIRE).hashCode();
    hash = 31 * hash + request.callId().hashCode();
    hash = 31 * hash + request.fromTag().hashCode();
    hash = 31 * hash + request.toTag().hashCode();
    hash = 31 * hash + Long.hashCode(request.cseqNumber());
    return String.format(Locale.ROOT, "%08x", hash);
  }

  /** Whether {@code leaving} was sent from this listener before and would go the same way again. */
  static boolean loops(SipMessage arrived, SipMessage leaving, Listener from) {
    String ours = PREFIX + hash(leaving);
    for (String value : arrived.values(HeaderName.VIA)) {
      try {
        Via via = Via.parse(value);
        if ((via.host() + ":" + via.port()).equals(from.sentBy())
            && via.branch().filter(branch -> branch.startsWith(ours)).isPresent()
            && via.branch().orElse("").length() > PREFIX.length() + HASH_LENGTH) {
          return true;
        }
      } catch (SipFormatException e) {
        return false;
      }
    }
    return false;
  }
}
