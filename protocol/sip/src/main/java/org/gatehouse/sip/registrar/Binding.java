package org.gatehouse.sip.registrar;

import java.time.Instant;
import java.util.List;

/**
 * One place where a user is (RFC 3261 §10.3).
 *
 * @param contact the Contact URI as written
 * @param path the Route values that lead there (RFC 3327 §5.3)
 * @param expires when it ends
 * @param callId of the REGISTER that made it
 * @param cseq of that REGISTER
 */
public record Binding(
    String contact, List<String> path, Instant expires, String callId, long cseq) {
  public Binding {
    path = List.copyOf(path);
  }
}
