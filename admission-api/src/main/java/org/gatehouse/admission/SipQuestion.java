package org.gatehouse.admission;

import static java.util.Objects.requireNonNull;

/**
 * A SIP request outside a dialog, as the authority sees it. URIs are addr-specs without angle
 * brackets, display name or header parameters.
 *
 * @param stranger who sent it
 * @param method the SIP method, upper case
 * @param from the URI of the From header field
 * @param to the URI of the To header field
 * @param requestUri the Request-URI
 */
public record SipQuestion(
    Stranger stranger, String method, String from, String to, String requestUri) {
  public SipQuestion {
    requireNonNull(stranger, "stranger");
    requireNonNull(method, "method");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(requestUri, "requestUri");
  }
}
