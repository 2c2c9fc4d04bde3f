package org.gatehouse.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private static final Stranger STRANGER =
      new Stranger(Side.EXTERNAL, "TLS", new InetSocketAddress("192.0.2.1", 40000));

  @Test
  void keepsTheSessionKeyOutOfTheText() {
    assertThat(new ConferenceQuestion(STRANGER, "4711").toString())
        .contains("192.0.2.1")
        .doesNotContain("4711");
  }

  @Test
  void wipesBothDigests() {
    byte[] md5 = filled(16);
    byte[] sha256 = filled(32);
    DigestKeys keys = new DigestKeys(md5, sha256);
    keys.wipe();
    assertThat(keys.md5()).containsOnly(0);
    assertThat(keys.sha256()).containsOnly(0);
    assertThat(md5).as("the array that was handed over").containsOnly(0);
  }

  @Test
  void refusesDigestsOfAnotherSize() {
    assertThatThrownBy(() -> new DigestKeys(filled(20), filled(32)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20");
  }

  private static byte[] filled(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 7);
    return bytes;
  }
}
