package org.gatehouse.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Whatever arrives, decoding answers with a message or a {@link StunFormatException}. */
class HostileOctetsTest {
  private static final Pattern GO_ESCAPE =
      Pattern.compile("\\\\x([0-9a-f]{2})|\\\\([0-7]{3})|\\\\(.)|(.)", Pattern.DOTALL);

  /** Whether it is a message; uses what was read, as a receiver would. */
  private static boolean survives(byte[] octets) {
    try {
      StunMessage message = StunMessage.decode(ByteBuffer.wrap(octets));
      byte[] key = {1};
      message.verify(IntegrityAlgorithm.HMAC_SHA1, key);
      message.verify(IntegrityAlgorithm.HMAC_SHA256, key);
      assertThat(message.toString()).isNotEmpty();
      assertThat(Values.copy(message.encode())).isEqualTo(octets);
      return true;
    } catch (StunFormatException e) {
      assertThat(e.offset()).isBetween(0, octets.length);
      return false;
    }
  }

  @Test
  @Spec("RFC 8489 §6.3")
  void survivesRandomOctetsBehindAGoodHeader() {
    Random random = new Random(8489);
    int read = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] octets = new byte[20 + 4 * random.nextInt(24)];
      random.nextBytes(octets);
      ByteBuffer header = ByteBuffer.wrap(octets);
      header.put(0, (byte) (octets[0] & 0x3F)).putShort(2, (short) (octets.length - 20));
      header.putInt(4, StunMessage.MAGIC_COOKIE);
      if (octets.length > 24) {
        header.putShort(20, (short) random.nextInt(0x30)).putShort(22, (short) random.nextInt(40));
      }
      read += survives(octets) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(500);
  }

  @Test
  @Spec("RFC 8489 §6.3")
  void survivesEveryFlippedOctetOfAMessageWithEveryAttribute() {
    byte[] whole = Values.copy(StunMessageTest.everything().encode());
    int read = 0;
    for (int at = 0; at < whole.length - 8; at++) {
      for (int flip : List.of(1, 0x80, 0xFF)) {
        byte[] octets = whole.clone();
        octets[at] ^= (byte) flip;
        int crc = Fingerprint.over(octets, octets.length - 8).value();
        ByteBuffer.wrap(octets).putInt(octets.length - 4, crc);
        read += survives(octets) ? 1 : 0;
      }
    }
    assertThat(read).isGreaterThan(whole.length);
  }

  @Test
  @Spec("RFC 8489 §6.3")
  void survivesTheKeptFailuresOfOthers() throws Exception {
    Path folder = Path.of(System.getProperty("gatehouse.testdata", "absent"), "stun-pion", "fuzz");
    Assumptions.assumeTrue(Files.isDirectory(folder), "no test data stun-pion/fuzz");
    int seen = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (String line : Files.readAllLines(file)) {
          if (line.startsWith("[]byte(\"")) {
            survives(unquoted(line.substring(8, line.length() - 2)));
            seen++;
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(20);
  }

  @Test
  @Spec("RFC 8489 §5")
  void readsWhatABrowserSends() throws Exception {
    Path file =
        Path.of(System.getProperty("gatehouse.testdata", "absent"), "stun-pion", "ex1_chrome.stun");
    Assumptions.assumeTrue(Files.isRegularFile(file), "no test data stun-pion/ex1_chrome.stun");
    StunMessage message = StunMessage.decode(ByteBuffer.wrap(Files.readAllBytes(file)));
    assertThat(message.method()).isEqualTo(Method.BINDING);
    assertThat(message.attributes()).isNotEmpty().noneMatch(MalformedAttribute.class::isInstance);
  }

  private static byte[] unquoted(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    Matcher matcher = GO_ESCAPE.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        octets.write(Integer.parseInt(matcher.group(1), 16));
      } else if (matcher.group(2) != null) {
        octets.write(Integer.parseInt(matcher.group(2), 8));
      } else {
        String last = matcher.group(3) == null ? matcher.group(4) : matcher.group(3);
        octets.write(
            "abfnrtv".contains(last) && matcher.group(3) != null
                ? "\u0007\b\f\n\r\t\u000B".charAt("abfnrtv".indexOf(last))
                : last.charAt(0));
      }
    }
    return octets.toByteArray();
  }
}
