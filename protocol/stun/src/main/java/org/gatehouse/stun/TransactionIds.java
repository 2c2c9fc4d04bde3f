package org.gatehouse.stun;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * Fresh transaction IDs, uniformly and cryptographically random (RFC 8489 §5), drawn from the
 * source of randomness in blocks. Belongs to one thread.
 */
public final class TransactionIds {
  private static final int BLOCK_IN_BYTES = 12 * 256;

  private final SecureRandom random;
  private final byte[] block = new byte[BLOCK_IN_BYTES];
  private final ByteBuffer ids = ByteBuffer.wrap(block).limit(0);

  public TransactionIds(SecureRandom random) {
    this.random = random;
  }

  /** A transaction ID that nobody can foresee. */
  public TransactionId next() {
    if (!ids.hasRemaining()) {
      random.nextBytes(block);
      ids.clear();
    }
    return new TransactionId(ids.getLong(), ids.getInt());
  }
}
