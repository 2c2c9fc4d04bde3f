package org.gatehouse.sip;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A header field name (RFC 3261 §7.3.1): case-insensitive, compact forms mapped to the long one.
 */
public final class HeaderName {
  private static final Map<String, HeaderName> KNOWN = new HashMap<>();

  public static final HeaderName VIA = list("Via", "v");
  public static final HeaderName FROM = single("From", "f");
  public static final HeaderName TO = single("To", "t");
  public static final HeaderName CALL_ID = single("Call-ID", "i");
  public static final HeaderName CSEQ = single("CSeq", "");
  public static final HeaderName CONTACT = list("Contact", "m");
  public static final HeaderName ROUTE = list("Route", "");
  public static final HeaderName RECORD_ROUTE = list("Record-Route", "");
  public static final HeaderName PATH = list("Path", "");
  public static final HeaderName SERVICE_ROUTE = list("Service-Route", "");
  public static final HeaderName MAX_FORWARDS = single("Max-Forwards", "");
  public static final HeaderName AUTHORIZATION = single("Authorization", "");
  public static final HeaderName PROXY_AUTHORIZATION = single("Proxy-Authorization", "");
  public static final HeaderName WWW_AUTHENTICATE = single("WWW-Authenticate", "");
  public static final HeaderName PROXY_AUTHENTICATE = single("Proxy-Authenticate", "");
  public static final HeaderName AUTHENTICATION_INFO = single("Authentication-Info", "");
  public static final HeaderName EXPIRES = single("Expires", "");
  public static final HeaderName MIN_EXPIRES = single("Min-Expires", "");
  public static final HeaderName DATE = single("Date", "");
  public static final HeaderName REQUIRE = list("Require", "");
  public static final HeaderName PROXY_REQUIRE = list("Proxy-Require", "");
  public static final HeaderName SUPPORTED = list("Supported", "k");
  public static final HeaderName UNSUPPORTED = list("Unsupported", "");
  public static final HeaderName ALLOW = list("Allow", "");
  public static final HeaderName ACCEPT = list("Accept", "");
  public static final HeaderName CONTENT_LENGTH = single("Content-Length", "l");
  public static final HeaderName CONTENT_TYPE = single("Content-Type", "c");
  public static final HeaderName CONTENT_ENCODING = list("Content-Encoding", "e");
  public static final HeaderName WARNING = list("Warning", "");
  public static final HeaderName RETRY_AFTER = single("Retry-After", "");
  public static final HeaderName TIMESTAMP = single("Timestamp", "");
  public static final HeaderName SUBJECT = single("Subject", "s");
  public static final HeaderName EVENT = single("Event", "o");
  public static final HeaderName ALLOW_EVENTS = list("Allow-Events", "u");
  public static final HeaderName REFER_TO = single("Refer-To", "r");
  public static final HeaderName REFERRED_BY = single("Referred-By", "b");
  public static final HeaderName SESSION_EXPIRES = single("Session-Expires", "x");
  public static final HeaderName USER_AGENT = single("User-Agent", "");
  public static final HeaderName SERVER = single("Server", "");
  public static final HeaderName P_ASSERTED_IDENTITY = list("P-Asserted-Identity", "");
  public static final HeaderName MAX_BREADTH = single("Max-Breadth", "");

  private final String name;
  private final String key;
  private final boolean list;

  private HeaderName(String name, boolean list) {
    this.name = name;
    this.key = name.toLowerCase(Locale.ROOT);
    this.list = list;
  }

  /** The name that {@code name} stands for, in long form where it is a registered compact one. */
  public static HeaderName of(String name) {
    HeaderName known = KNOWN.get(name.toLowerCase(Locale.ROOT));
    return known != null ? known : new HeaderName(name, false);
  }

  /** Whether several values may stand in one line, parted by commas (§7.3.1). */
  public boolean list() {
    return list;
  }

  private static HeaderName list(String name, String compact) {
    return register(new HeaderName(name, true), compact);
  }

  private static HeaderName single(String name, String compact) {
    return register(new HeaderName(name, false), compact);
  }

  private static HeaderName register(HeaderName header, String compact) {
    KNOWN.put(header.key, header);
    if (!compact.isEmpty()) {
      KNOWN.put(compact, header);
    }
    return header;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof HeaderName that && key.equals(that.key));
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
