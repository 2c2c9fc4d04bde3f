package org.gatehouse.web.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Protocols;
import io.undertow.util.StatusCodes;
import java.util.regex.Pattern;

/**
 * Refuses a request whose end two readers could see at different places, and closes its connection:
 * field names that are no tokens and field values with control characters (RFC 9110 §5.1, §5.5), a
 * Content-Length beside a Transfer-Encoding, more than one of either, or one that is not what RFC
 * 9112 §6.1 to §6.3 allow.
 */
final class RequestFraming implements HttpHandler {
  private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final HttpHandler next;
  private final ProxyCounters counters;

  RequestFraming(HttpHandler next, ProxyCounters counters) {
    this.next = next;
    this.counters = counters;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    int status = status(exchange);
    if (status != StatusCodes.OK) {
      counters.malformed.increment();
      ErrorAnswers.answerAndClose(exchange, status);
      return;
    }
    next.handleRequest(exchange);
  }

  private static int status(HttpServerExchange exchange) {
    HeaderMap headers = exchange.getRequestHeaders();
    for (HeaderValues field : headers) {
      if (!isToken(field.getHeaderName()) || field.stream().anyMatch(RequestFraming::hasControl)) {
        return StatusCodes.BAD_REQUEST;
      }
    }
    if (headers.count(Headers.HOST) > 1 || headers.count(Headers.EXPECT) > 1) {
      return StatusCodes.BAD_REQUEST;
    }
    HeaderValues length = headers.get(Headers.CONTENT_LENGTH);
    HeaderValues coding = headers.get(Headers.TRANSFER_ENCODING);
    if (coding != null) {
      return codingStatus(exchange, coding, length != null);
    }
    if (length != null && (length.size() > 1 || !NUMBER.matcher(length.getFirst()).matches())) {
      return StatusCodes.BAD_REQUEST;
    }
    return StatusCodes.OK;
  }

  private static int codingStatus(HttpServerExchange exchange, HeaderValues coding, boolean both) {
    HttpString protocol = exchange.getProtocol();
    if (both || coding.size() > 1 || !Protocols.HTTP_1_1.equals(protocol)) {
      return StatusCodes.BAD_REQUEST;
    }
    return "chunked".equalsIgnoreCase(coding.getFirst())
        ? StatusCodes.OK
        : StatusCodes.NOT_IMPLEMENTED;
  }

  private static boolean isToken(HttpString name) {
    for (int i = 0; i < name.length(); i++) {
      int c = name.byteAt(i);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!alphanumeric && TOKEN_PUNCTUATION.indexOf(c) < 0) {
        return false;
      }
    }
    return name.length() > 0;
  }

  private static boolean hasControl(String value) {
    return value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f);
  }
}
