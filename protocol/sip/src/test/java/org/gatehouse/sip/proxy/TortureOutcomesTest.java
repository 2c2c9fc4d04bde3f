package org.gatehouse.sip.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gatehouse.conformance.Spec;
import org.gatehouse.sip.SipFormatException;
import org.gatehouse.sip.SipMessage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of each published torture message before anything is routed: {@code valid}, the
 * status of the answer, or {@code dropped}.
 */
class TortureOutcomesTest {
  private static Path corpus(String name) {
    Path folder = Path.of(System.getProperty("gatehouse.testdata", "absent"), name);
    Assumptions.assumeTrue(Files.isDirectory(folder), "no test data for " + name);
    return folder;
  }

  private static String outcome(byte[] octets) {
    try {
      SipMessage message = SipMessage.parse(octets);
      if (!message.isRequest()) {
        return "response";
      }
      RequestValidation.Outcome outcome = RequestValidation.check(message);
      return outcome instanceof RequestValidation.Invalid invalid
          ? Integer.toString(invalid.status())
          : "valid";
    } catch (SipFormatException e) {
      return MalformedRequest.answer(octets, e, "t")
          .map(answer -> Integer.toString(answer.statusCode()))
          .orElse("dropped");
    }
  }

  @ParameterizedTest
  @CsvSource({
    // 3.1.1 valid messages
    "wsinv, valid, 3.1.1.1",
    "intmeth, valid, 3.1.1.2",
    "esc01, valid, 3.1.1.3",
    "escnull, valid, 3.1.1.4",
    "esc02, valid, 3.1.1.5",
    "lwsdisp, valid, 3.1.1.6",
    "longreq, valid, 3.1.1.7",
    "dblreq, valid, 3.1.1.8",
    "semiuri, valid, 3.1.1.9",
    "transports, valid, 3.1.1.10",
    "mpart01, valid, 3.1.1.11",
    "unreason, response, 3.1.1.12",
    "noreason, response, 3.1.1.13",
    // 3.1.2 invalid messages
    "badinv01, 400, 3.1.2.1",
    "clerr, 400, 3.1.2.2",
    "ncl, 400, 3.1.2.3",
    "scalar02, 400, 3.1.2.4",
    "scalarlg, dropped, 3.1.2.5",
    "quotbal, 400, 3.1.2.6",
    "ltgtruri, 400, 3.1.2.7",
    "lwsruri, 400, 3.1.2.8",
    "lwsstart, 400, 3.1.2.9",
    "trws, 400, 3.1.2.10",
    "escruri, 400, 3.1.2.11",
    "baddate, valid, 3.1.2.12",
    "regbadct, 400, 3.1.2.13",
    "badaspec, 400, 3.1.2.14",
    "baddn, 400, 3.1.2.15",
    "badvers, 505, 3.1.2.16",
    "mismatch01, 400, 3.1.2.17",
    "mismatch02, 400, 3.1.2.18",
    "bigcode, dropped, 3.1.2.19",
    // 3.2 transaction layer: a branch of the magic cookie alone identifies nothing, so RFC 2543
    "badbranch, valid, 3.2.1",
    // 3.3 application layer
    "insuf, 400, 3.3.1",
    "unkscm, 416, 3.3.2",
    "novelsc, 416, 3.3.3",
    "unksm2, valid, 3.3.4",
    "bext01, 420, 3.3.5",
    "invut, valid, 3.3.6",
    "regaut01, valid, 3.3.7",
    "multi01, 400, 3.3.8",
    "mcl01, 400, 3.3.9",
    "bcast, response, 3.3.10",
    "zeromf, 483, 3.3.11",
    "cparam01, valid, 3.3.12",
    "cparam02, valid, 3.3.13",
    "regescrt, valid, 3.3.14",
    "sdp01, valid, 3.3.15",
    // 3.4 backward compatibility
    "inv2543, valid, 3.4.1"
  })
  @Spec("RFC 4475 §3.1.1")
  @Spec("RFC 4475 §3.1.2")
  @Spec("RFC 4475 §3.2")
  @Spec("RFC 4475 §3.3")
  @Spec("RFC 4475 §3.4")
  void givesEachMessageTheOutcomeOfItsSection(String name, String expected, String section)
      throws Exception {
    byte[] octets = Files.readAllBytes(corpus("rfc4475").resolve(name + ".dat"));

    assertThat(outcome(octets)).as(name + " (RFC 4475 §" + section + ")").isEqualTo(expected);
  }

  @Test
  @Spec("RFC 4475 §3.1.1")
  void coversEveryPublishedMessage() throws Exception {
    try (Stream<Path> files = Files.list(corpus("rfc4475"))) {
      long messages = files.filter(file -> file.toString().endsWith(".dat")).count();

      assertThat(messages).as("the table above has a line for each").isEqualTo(50);
    }
  }

  /**
   * The archive has bare line feeds, no blank line where there is no body, and counts its bodies
   * otherwise than the wire would.
   */
  private static byte[] onTheWire(String archived) {
    String text = archived.contains("\n\n") ? archived : archived.stripTrailing() + "\n\n";
    String wire = text.replace("\r", "").replace("\n", "\r\n");
    int body = wire.length() - wire.indexOf("\r\n\r\n") - 4;
    return wire.replaceFirst("Content-Length: [1-9]\\d*", "Content-Length: " + body)
        .getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "ipv6-good, valid, 4.1",
    "ipv6-bad, 400, 4.2",
    "port-ambiguous, valid, 4.3",
    "port-unambiguous, valid, 4.4",
    "via-received-param-with-delim, valid, 4.5",
    "via-received-param-no-delim, valid, 4.5",
    "ipv6-in-sdp, valid, 4.6",
    "mult-ip-in-header, valid, 4.7",
    "mult-ip-in-sdp, valid, 4.8",
    "ipv4-mapped-ipv6, valid, 4.9",
    "ipv6-bug-abnf-3-colons, valid, 4.10",
    "ipv6-correct-abnf-2-colons, valid, 4.10"
  })
  @Spec("RFC 5118 §4")
  void givesEachIpv6MessageTheOutcomeOfItsSection(String name, String expected, String section)
      throws Exception {
    byte[] octets = onTheWire(Files.readString(corpus("rfc5118").resolve(name)));

    assertThat(outcome(octets)).as(name + " (RFC 5118 §" + section + ")").isEqualTo(expected);
  }
}
