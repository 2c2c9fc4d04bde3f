package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.gatehouse.conformance.Spec;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs of others against the external doors. */
@ExtendWith(ArquillianExtension.class)
class ForeignPeersIT {
  @Deployment(testable = false)
  static EnterpriseArchive ear() {
    return Server.ear();
  }

  @BeforeEach
  void doors() throws Exception {
    Server.awaitDoors();
    Server.domain("127.0.0.1");
    Server.user("turn@localhost", "turn-secret");
  }

  /** The caller is at an address that is none of our domains, so it is not challenged. */
  @ParameterizedTest
  @CsvSource({"UDP, u1, 127.0.0.2", "TCP, t1, 127.0.0.3"})
  @Spec("RFC 3261 §16.6")
  void sippCompletesAThousandCallsThroughEdgeAndDirector(
      String transport, String option, String caller) throws Exception {
    List<String> uas =
        List.of(
            "sipp",
            "-sn",
            "uas",
            "-t",
            option,
            "-i",
            "127.0.0.1",
            "-p",
            port("home.server"),
            "-nostdin");
    List<String> uac =
        List.of(
            "sipp",
            "-sn",
            "uac",
            "127.0.0.1:" + port("sip.external"),
            "-t",
            option,
            "-i",
            caller,
            "-p",
            port("home.server"),
            "-r",
            "50",
            "-m",
            "1000",
            "-d",
            "100",
            "-nostdin");
    try (Foreign server = Foreign.start(uas)) {
      Foreign.Result result = Foreign.run(uac, 120);

      assertThat(last(result.output(), "Successful call")).as(transport).isEqualTo(1000);
      assertThat(last(result.output(), "Failed call")).as(transport).isZero();
      assertThat(result.exitCode()).as(server.printed()).isZero();
    }
  }

  @Test
  @Spec("RFC 8656 §12.4")
  void turnutilsLosesNothingThroughChannels() throws Exception {
    Foreign.Result result =
        Foreign.run(
            List.of(
                "turnutils_uclient",
                "-u",
                "turn",
                "-w",
                "turn-secret",
                "-y",
                "-c",
                "-m",
                "1",
                "-n",
                "5000",
                "-l",
                "170",
                "-z",
                "2",
                "-p",
                port("stun.external"),
                "127.0.0.1"),
            120);

    assertThat(result.output()).contains("Total lost packets 0 (0.000000%)");
    assertThat(result.output()).contains("tot_send_msgs=10000, tot_recv_msgs=10000");
  }

  @Test
  @Spec("RFC 8489 §6.3.3")
  void turnutilsLearnsItsReflexiveAddress() throws Exception {
    Foreign.Result result =
        Foreign.run(List.of("turnutils_stunclient", "-p", port("stun.external"), "127.0.0.1"), 20);

    assertThat(result.output()).contains("UDP reflexive addr: 127.0.0.1");
  }

  private static String port(String door) {
    return Integer.toString(Server.port(door));
  }

  /** The cumulative value of the last statistics screen. */
  private static int last(String screens, String counter) {
    int value = -1;
    var lines =
        Pattern.compile(counter + " .*\\|\\s*(\\d+)\\s*$", Pattern.MULTILINE).matcher(screens);
    while (lines.find()) {
      value = Integer.parseInt(lines.group(1));
    }
    return value;
  }
}
