package org.gatehouse.turn;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.stun.Nonce;

/**
 * Nonces that need no table (RFC 8489 §9.2): the nonce cookie with the security feature bits, then
 * when it was given and a proof that it was given to this very client.
 *
 * <pre>
 * "obMatJos2" | base64(24 feature bits) | base64(seconds: 32 bits, HMAC: 96 bits)
 * </pre>
 */
final class Nonces {
  /** What a nonce that came back is worth. */
  enum State {
    /** Given to this client, and not too old. */
    FRESH,
    /** Given to this client, long ago. */
    STALE,
    /** Never given to this client, or by another run of the server. */
    FOREIGN
  }

  /** Bit 0, the most significant, says that PASSWORD-ALGORITHMS is sent (RFC 8489 §18.1). */
  private static final byte[] FEATURES = {(byte) 0x80, 0, 0};

  private static final String COOKIE = "obMatJos2" + Base64.getEncoder().encodeToString(FEATURES);
  private static final int PROOF_IN_BYTES = 12;

  private final Mac mac;
  private final Duration age;

  Nonces(SecureRandom random, Duration age) {
    byte[] key = new byte[32];
    random.nextBytes(key);
    this.age = age;
    try {
      this.mac = Mac.getInstance("HmacSHA256");
      this.mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  Nonce give(InetSocketAddress client, Instant now) {
    return nonce(client, (int) now.getEpochSecond());
  }

  State state(Nonce nonce, InetSocketAddress client, Instant now) {
    int given = given(nonce);
    byte[] expected = nonce(client, given).text().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(nonce.text().getBytes(StandardCharsets.UTF_8), expected)) {
      return State.FOREIGN;
    }
    long elapsed = now.getEpochSecond() - Integer.toUnsignedLong(given);
    return elapsed > age.toSeconds() ? State.STALE : State.FRESH;
  }

  /** The seconds that a nonce claims; any number where it claims none. */
  private static int given(Nonce nonce) {
    if (!nonce.text().startsWith(COOKIE)) {
      return 0;
    }
    try {
      byte[] rest = Base64.getUrlDecoder().decode(nonce.text().substring(COOKIE.length()));
      return rest.length < Integer.BYTES ? 0 : ByteBuffer.wrap(rest).getInt();
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  private Nonce nonce(InetSocketAddress client, int given) {
    mac.update(ByteBuffer.allocate(8).putInt(given).putInt(client.getPort()).flip());
    byte[] proof = Arrays.copyOf(mac.doFinal(client.getAddress().getAddress()), PROOF_IN_BYTES);
    byte[] rest =
        ByteBuffer.allocate(Integer.BYTES + proof.length).putInt(given).put(proof).array();
    return new Nonce(COOKIE + Base64.getUrlEncoder().withoutPadding().encodeToString(rest));
  }
}
