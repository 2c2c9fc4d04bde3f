package org.gatehouse.stun;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;

/**
 * A way to make a key of user name, realm and password (RFC 8489 §18.5): its 16-bit number and its
 * parameters.
 *
 * @param number 1 is MD5, 2 is SHA-256
 * @param parameters none for these two
 */
public record PasswordAlgorithm(int number, ByteBuffer parameters) {
  public static final PasswordAlgorithm MD5 = new PasswordAlgorithm(1, ByteBuffer.allocate(0));
  public static final PasswordAlgorithm SHA_256 = new PasswordAlgorithm(2, ByteBuffer.allocate(0));

  public PasswordAlgorithm {
    parameters = Values.view(parameters);
  }

  @Override
  public ByteBuffer parameters() {
    return parameters.duplicate();
  }

  /**
   * The key of the long-term credential (RFC 8489 §9.2.2 and §18.5.1).
   *
   * @throws IllegalArgumentException for an algorithm that is neither MD5 nor SHA-256
   */
  public byte[] key(String username, String realm, String password) {
    String text = opaque(username) + ":" + opaque(realm) + ":" + opaque(password);
    return digest(digestName()).digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private String digestName() {
    return switch (number) {
      case 1 -> "MD5";
      case 2 -> "SHA-256";
      default -> throw new IllegalArgumentException("no password algorithm has number " + number);
    };
  }

  /** The value that USERHASH carries for this user (RFC 8489 §14.4). */
  public static Userhash userhash(String username, String realm) {
    String text = opaque(username) + ":" + opaque(realm);
    byte[] hash = digest("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return new Userhash(ByteBuffer.wrap(hash));
  }

  /** The parts of OpaqueString (RFC 8265 §4.2.2) that change characters: spaces, then NFC. */
  private static String opaque(String text) {
    return Normalizer.normalize(text.replaceAll("\\p{Zs}", " "), Normalizer.Form.NFC);
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + name, e);
    }
  }

  int lengthInBytes() {
    return 2 * Short.BYTES + padded(parameters.remaining());
  }

  void writeTo(ByteBuffer out) {
    out.putShort((short) number).putShort((short) parameters.remaining()).put(parameters());
    out.position(out.position() + padded(parameters.remaining()) - parameters.remaining());
  }

  static PasswordAlgorithm readFrom(ByteBuffer value, String field, String section)
      throws StunFormatException {
    int offset = value.position();
    if (value.remaining() < 2 * Short.BYTES) {
      throw new StunFormatException(field, offset, section);
    }
    int number = value.getShort() & 0xFFFF;
    int length = value.getShort() & 0xFFFF;
    if (length > value.remaining()) {
      throw new StunFormatException(field, offset, section);
    }
    ByteBuffer parameters = value.slice(value.position(), length);
    value.position(Math.min(value.limit(), value.position() + padded(length)));
    return new PasswordAlgorithm(number, parameters);
  }

  private static int padded(int length) {
    return length + 3 & ~3;
  }
}
