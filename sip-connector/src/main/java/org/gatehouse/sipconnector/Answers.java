package org.gatehouse.sipconnector;

import java.util.Map;
import org.gatehouse.admission.Admission;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.proxy.Decision;
import org.gatehouse.sip.proxy.ProxyRequest;

/** What both elements answer alike. */
final class Answers {
  private static final Map<HeaderName, String> RETRY = Map.of(HeaderName.RETRY_AFTER, "5");

  private Answers() {}

  /** An OPTIONS to a listener itself, as monitors send it (RFC 3261 §11). */
  static boolean forUs(ProxyRequest request) {
    return request.method().equals("OPTIONS")
        && request.requestUri().user().isEmpty()
        && (request.requestUri().host() + ":" + port(request))
            .equals(request.source().listener().sentBy());
  }

  static Decision options(ProxyRequest request) {
    return request.answer(200, "OK", Map.of(HeaderName.ACCEPT, "*/*"));
  }

  static Decision refusal(ProxyRequest request, Admission<?> answer, SipTraffic traffic) {
    if (answer instanceof Admission.Refused<?> refused) {
      traffic.refused.increment();
      SipLog.LOG.refused(request.method(), request.message().callId(), refused.rule());
      return switch (refused.reason()) {
        case UNKNOWN_DOMAIN, UNKNOWN_USER, NOT_PUBLISHED -> request.answer(404, "Not Found");
        case METHOD_NOT_ALLOWED -> request.answer(405, "Method Not Allowed");
        case QUOTA_REACHED -> request.answer(503, "Service Unavailable", RETRY);
        default -> request.answer(403, "Forbidden");
      };
    }
    traffic.unavailable.increment();
    if (answer instanceof Admission.Unavailable<?> unavailable) {
      SipLog.LOG.noAnswer(unavailable.cause());
    }
    return request.answer(503, "Service Unavailable", RETRY);
  }

  private static int port(ProxyRequest request) {
    return request.requestUri().port() < 0 ? 5060 : request.requestUri().port();
  }
}
