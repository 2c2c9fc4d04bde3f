package org.gatehouse.sip.proxy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;
import org.gatehouse.sip.grammar.Grammar;
import org.gatehouse.sip.grammar.NameAddr;
import org.gatehouse.sip.grammar.SipUri;
import org.gatehouse.sip.grammar.Uri;

/** Request validation (RFC 3261 §16.3), in the order of its steps. */
public final class RequestValidation {
  private static final Set<HeaderName> ONCE =
      Set.of(HeaderName.MAX_FORWARDS, HeaderName.CONTENT_TYPE, HeaderName.EXPIRES);

  private RequestValidation() {}

  /** What came of the checks. */
  public sealed interface Outcome {}

  /**
   * The request may be routed.
   *
   * @param requestUri the Request-URI
   * @param from the From address
   * @param to the To address
   */
  public record Valid(SipUri requestUri, NameAddr from, NameAddr to) implements Outcome {}

  /**
   * The request is to be answered.
   *
   * @param status of the response
   * @param reason its reason phrase
   * @param headers to add to it
   */
  public record Invalid(int status, String reason, Map<HeaderName, String> headers)
      implements Outcome {
    private Invalid(int status, String reason) {
      this(status, reason, Map.of());
    }
  }

  /** Checks a request that {@link SipMessage#parse} accepted. */
  public static Outcome check(SipMessage request) {
    // step 1, the version first: nothing else is known of another one
    if (!request.version().equalsIgnoreCase("SIP/2.0")) {
      return new Invalid(505, "Version Not Supported");
    }
    try {
      reasonableSyntax(request);
      Uri uri = requestUri(request);
      NameAddr from = address(request, HeaderName.FROM);
      NameAddr to = address(request, HeaderName.TO);
      contacts(request);
      // step 2
      if (!(uri instanceof SipUri sip)) {
        return new Invalid(416, "Unsupported URI Scheme");
      }
      // step 3
      if (request.maxForwards().orElse(70) == 0) {
        return new Invalid(483, "Too Many Hops");
      }
      // step 5: no extension needs a proxy of ours
      List<String> required = request.values(HeaderName.PROXY_REQUIRE);
      if (!required.isEmpty()) {
        return new Invalid(
            420, "Bad Extension", Map.of(HeaderName.UNSUPPORTED, String.join(", ", required)));
      }
      return new Valid(sip, from, to);
    } catch (SipFormatException e) {
      return new Invalid(400, "Malformed " + e.field());
    }
  }

  private static void reasonableSyntax(SipMessage request) throws SipFormatException {
    if (!request.exactStartLine()) {
      throw new SipFormatException("Request-Line", 0, "RFC 3261 §7.1");
    }
    if (!request.cseqMethod().equals(request.method())) {
      throw new SipFormatException("CSeq method", 0, "RFC 3261 §8.1.1.5");
    }
    for (HeaderName name : ONCE) {
      if (request.count(name) > 1) {
        throw new SipFormatException(name.toString(), 0, "RFC 3261 §7.3.1");
      }
    }
    if (request.count(HeaderName.MAX_FORWARDS) == 1 && request.maxForwards().isEmpty()) {
      throw new SipFormatException("Max-Forwards", 0, "RFC 3261 §20.22");
    }
  }

  private static Uri requestUri(SipMessage request) throws SipFormatException {
    try {
      Uri uri = Grammar.uri(request.requestUri());
      if (uri instanceof SipUri sip && sip.withHeaders()) {
        throw new SipFormatException("Request-URI", 0, "RFC 3261 §19.1.1");
      }
      return uri;
    } catch (SipFormatException e) {
      throw new SipFormatException("Request-URI", e.offset(), e.section());
    }
  }

  private static NameAddr address(SipMessage request, HeaderName name) throws SipFormatException {
    try {
      return Grammar.nameAddr(name.toString(), request.first(name).orElse(""));
    } catch (SipFormatException e) {
      throw new SipFormatException(name.toString(), e.offset(), e.section());
    }
  }

  private static void contacts(SipMessage request) throws SipFormatException {
    for (String contact : request.values(HeaderName.CONTACT)) {
      if (!contact.equals("*")) {
        try {
          Grammar.nameAddr("Contact", contact);
        } catch (SipFormatException e) {
          throw new SipFormatException("Contact", e.offset(), e.section());
        }
      }
    }
  }
}
