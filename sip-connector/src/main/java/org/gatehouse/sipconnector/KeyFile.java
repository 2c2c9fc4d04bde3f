package org.gatehouse.sipconnector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret behind routes and nonces, in a file of the data directory, so a restart keeps calls.
 */
final class KeyFile {
  private static final int LENGTH_IN_BYTES = 32;

  private KeyFile() {}

  /** Reads the key, or makes it at the first start, readable by the owner only. */
  static byte[] readOrCreate(Path file, SecureRandom random) throws IOException {
    if (!Files.exists(file)) {
      create(file, random);
    }
    byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
    if (key.length != LENGTH_IN_BYTES) {
      throw new IOException(
          file + " does not hold 64 hexadecimal digits; remove it to get a new key");
    }
    return key;
  }

  /** A key for another purpose. */
  static byte[] derived(byte[] key, String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static void create(Path file, SecureRandom random) throws IOException {
    byte[] key = new byte[LENGTH_IN_BYTES];
    random.nextBytes(key);
    try (var channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(
          ByteBuffer.wrap(HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII)));
    } catch (FileAlreadyExistsException e) {
      return;
    }
  }
}
