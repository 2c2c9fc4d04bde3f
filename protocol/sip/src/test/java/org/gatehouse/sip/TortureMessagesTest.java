package org.gatehouse.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The published torture messages, read from the test data directory where it is present. */
class TortureMessagesTest {
  private static final List<String> VALID =
      List.of(
          "wsinv",
          "intmeth",
          "esc01",
          "escnull",
          "esc02",
          "lwsdisp",
          "longreq",
          "dblreq",
          "semiuri",
          "transports",
          "mpart01",
          "unreason",
          "noreason");

  private static Path corpus(String name) {
    Path folder = Path.of(System.getProperty("gatehouse.testdata", "absent"), name);
    Assumptions.assumeTrue(Files.isDirectory(folder), "no test data for " + name);
    return folder;
  }

  @Test
  @Spec("RFC 4475 §3.1.1")
  void readsEveryValidMessage() throws Exception {
    Path folder = corpus("rfc4475");
    for (String name : VALID) {
      SipMessage message = SipMessage.parse(Files.readAllBytes(folder.resolve(name + ".dat")));
      assertThat(message.edit().build().encode()).as(name).isEqualTo(message.encode());
    }
  }

  @Test
  @Spec("RFC 4475 §3.1.2")
  @Spec("RFC 5118 §4")
  void throwsOnlyFormatExceptionsForAllMessages() throws Exception {
    List<Path> files = new ArrayList<>();
    for (String name : List.of("rfc4475", "rfc5118")) {
      try (Stream<Path> list = Files.list(corpus(name))) {
        list.filter(path -> !path.endsWith("SOURCE.txt")).forEach(files::add);
      }
    }
    int read = 0;
    for (Path file : files) {
      try {
        assertThat(SipMessage.parse(Files.readAllBytes(file)).topVia()).isNotNull();
        read++;
      } catch (SipFormatException e) {
        assertThat(e.section()).isNotEmpty();
      }
    }
    assertThat(files).hasSizeGreaterThan(50);
    assertThat(read).isPositive();
  }
}
