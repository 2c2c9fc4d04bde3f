package org.gatehouse.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.sip.HeaderValues;
import org.gatehouse.sip.digest.DigestAlgorithm;

/**
 * Answers the first Digest challenge whose algorithm is known, as the server put its preferred one
 * first (RFC 8760 §2.4).
 */
final class DigestAnswer {
  private DigestAnswer() {}

  /** One challenge (RFC 7616 §3.3). */
  private record Challenge(DigestAlgorithm algorithm, Map<String, String> parameters) {
    String get(String name) {
      return parameters.getOrDefault(name, "");
    }
  }

  /**
   * The value of Authorization or Proxy-Authorization.
   *
   * @param challenges the values of WWW-Authenticate or Proxy-Authenticate
   * @param method of the request
   * @param uri its Request-URI
   */
  static String to(List<String> challenges, Account account, String method, String uri)
      throws IOException {
    return answer(chosen(challenges), account, method, uri);
  }

  private static Challenge chosen(List<String> challenges) throws IOException {
    for (String value : challenges) {
      if (value.regionMatches(true, 0, "Digest ", 0, 7)) {
        Map<String, String> parameters = parameters(value.substring(7));
        Optional<DigestAlgorithm> algorithm =
            DigestAlgorithm.of(parameters.getOrDefault("algorithm", "MD5"));
        if (algorithm.isPresent() && parameters.getOrDefault("qop", "").contains("auth")) {
          return new Challenge(algorithm.get(), parameters);
        }
      }
    }
    throw new IOException("no challenge that can be answered among " + challenges);
  }

  private static String answer(Challenge challenge, Account account, String method, String uri) {
    String realm = challenge.get("realm");
    String nonce = challenge.get("nonce");
    String cnonce = Randoms.token(16);
    DigestAlgorithm algorithm = challenge.algorithm();
    // RFC 7616 §3.4.1 to §3.4.3
    String ha1 = hex(algorithm, account.user() + ":" + realm + ":" + account.password());
    String ha2 = hex(algorithm, method + ":" + uri);
    String response = hex(algorithm, String.join(":", ha1, nonce, "00000001", cnonce, "auth", ha2));
    return "Digest username=\""
        + account.user()
        + "\", realm=\""
        + realm
        + "\", nonce=\""
        + nonce
        + "\", uri=\""
        + uri
        + "\", response=\""
        + response
        + "\", algorithm="
        + algorithm.token()
        + ", cnonce=\""
        + cnonce
        + "\", qop=auth, nc=00000001";
  }

  private static Map<String, String> parameters(String value) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : HeaderValues.split(value, ',')) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        parameters.put(name, unquoted(part.substring(equals + 1).strip()));
      }
    }
    return parameters;
  }

  private static String unquoted(String text) {
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
        : text;
  }

  private static String hex(DigestAlgorithm algorithm, String text) {
    return HexFormat.of().formatHex(algorithm.hash(text.getBytes(StandardCharsets.UTF_8)));
  }
}
