package org.gatehouse.sip.digest;

import java.util.ArrayList;
import java.util.List;

/**
 * A challenge (RFC 7616 §3.3, RFC 8760 §2.3): one header field value per algorithm, SHA-256 first.
 *
 * @param realm the protection domain (RFC 3261 §22.1)
 * @param nonce as {@link Nonce} made it
 * @param stale whether the credentials were right but for an old nonce
 */
public record Challenge(String realm, String nonce, boolean stale) {
  public Challenge {
    for (char c : (realm + nonce).toCharArray()) {
      if (c < ' ' || c == '"' || c == '\\' || c > '~') {
        throw new IllegalArgumentException("realm and nonce must be plain text");
      }
    }
  }

  /** Values for WWW-Authenticate or Proxy-Authenticate, in the order to send. */
  public List<String> headerValues() {
    List<String> values = new ArrayList<>();
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      values.add(
          "Digest realm=\""
              + realm
              + "\", nonce=\""
              + nonce
              + "\", algorithm="
              + algorithm.token()
              + ", qop=\"auth\""
              + (stale ? ", stale=true" : ""));
    }
    return values;
  }
}
