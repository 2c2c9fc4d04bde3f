package org.gatehouse.sip.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a flow into the user part of our Record-Route and Path URIs (RFC 5626 §5.2): one octet of
 * kind, the description of the flow, and 12 octets of HMAC-SHA256, in base64url. The seal of a
 * dialog's token covers its Call-ID, so a token is worth nothing in another call.
 */
public final class RouteTokens {
  private static final int SEAL_LENGTH_IN_BYTES = 12;
  private static final byte DIALOG = 'd';
  private static final byte PATH = 'p';

  private final SecretKeySpec key;

  /**
   * @param key at least 32 octets, the same on all nodes and after a restart
   */
  public RouteTokens(byte[] key) {
    if (key.length < 32) {
      throw new IllegalArgumentException("the key needs 32 octets");
    }
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /** A token for the Record-Route of the dialog with this Call-ID. */
  public String forDialog(String callId, byte[] flow) {
    return sealed(DIALOG, callId, flow);
  }

  /** A token for the Path of a registration, which any later dialog may use. */
  public String forPath(byte[] flow) {
    return sealed(PATH, "", flow);
  }

  /** The flow in a token that we made for this Call-ID, or for a Path; empty for anything else. */
  public Optional<byte[]> open(String token, String callId) {
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int end = whole.length - SEAL_LENGTH_IN_BYTES;
    if (end < 1 || whole.length > 256) {
      return Optional.empty();
    }
    byte[] body = Arrays.copyOf(whole, end);
    byte[] seal = seal(body, body[0] == PATH ? "" : callId);
    return MessageDigest.isEqual(seal, Arrays.copyOfRange(whole, end, whole.length))
        ? Optional.of(Arrays.copyOfRange(body, 1, end))
        : Optional.empty();
  }

  private String sealed(byte kind, String callId, byte[] flow) {
    byte[] body = ByteBuffer.allocate(1 + flow.length).put(kind).put(flow).array();
    byte[] whole =
        ByteBuffer.allocate(body.length + SEAL_LENGTH_IN_BYTES)
            .put(body)
            .put(seal(body, callId))
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  private byte[] seal(byte[] body, String callId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(body);
      mac.update(callId.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(mac.doFinal(), SEAL_LENGTH_IN_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
