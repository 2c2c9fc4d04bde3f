package org.gatehouse.sip.proxy;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.gatehouse.sip.Edit;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;

/** Chooses among final responses other than 2xx (RFC 3261 §16.7 steps 6 and 7). */
final class BestResponse {
  /** Statuses that tell the client what to change. */
  private static final Set<Integer> HELPFUL = Set.of(401, 407, 415, 420, 484);

  private BestResponse() {}

  static SipMessage of(List<SipMessage> finals, String toTag, SipMessage request) {
    SipMessage best =
        finals.stream().min(Comparator.comparingInt(BestResponse::rank)).orElseThrow();
    if (best.statusCode() == 503) {
      return SipMessage.response(request, 500, "Server Internal Error", toTag);
    }
    if (best.statusCode() != 401 && best.statusCode() != 407) {
      return best;
    }
    Edit edit = best.edit();
    for (SipMessage other : finals) {
      if (other != best && (other.statusCode() == 401 || other.statusCode() == 407)) {
        other
            .values(HeaderName.WWW_AUTHENTICATE)
            .forEach(challenge -> edit.add(HeaderName.WWW_AUTHENTICATE, challenge));
        other
            .values(HeaderName.PROXY_AUTHENTICATE)
            .forEach(challenge -> edit.add(HeaderName.PROXY_AUTHENTICATE, challenge));
      }
    }
    return edit.build();
  }

  /** 6xx first, then the lowest class, helpful ones before others of their class. */
  private static int rank(SipMessage response) {
    int status = response.statusCode();
    if (status >= 600) {
      return 0;
    }
    return status / 100 * 10 + (HELPFUL.contains(status) ? 0 : 1);
  }
}
