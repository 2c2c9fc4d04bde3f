package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An upgrade of the application in a running server. */
@ExtendWith(ArquillianExtension.class)
class RedeployIT {
  @ArquillianResource private ManagementClient management;

  @Deployment(testable = false)
  static EnterpriseArchive ear() {
    return Server.ear();
  }

  @Test
  void everyDoorWorksAfterTenRedeployments() throws Exception {
    Server.awaitDoors();
    for (int i = 1; i <= 10; i++) {
      ModelNode redeploy = new ModelNode();
      redeploy.get("operation").set("redeploy");
      redeploy.get("address").add("deployment", "gatehouse.ear");
      ModelNode outcome = management.getControllerClient().execute(redeploy);

      assertThat(outcome.get("outcome").asString())
          .as("redeployment " + i + outcome)
          .isEqualTo("success");
      Server.awaitDoors();
      everyDoorAnswers();
    }
  }

  private static void everyDoorAnswers() throws Exception {
    for (String door : List.of("sip.external", "sip.internal", "director")) {
      try (SipClient client = new SipClient(Server.address(door))) {
        String uri = "sip:127.0.0.1:" + Server.port(door);
        assertThat(client.ask(client.request("OPTIONS", uri, "sip:it@example.net")).statusCode())
            .as(door)
            .isEqualTo(200);
      }
    }
    for (String door : List.of("stun.external", "stun.internal")) {
      Foreign.Result stun =
          Foreign.run(
              List.of(
                  "turnutils_stunclient", "-p", Integer.toString(Server.port(door)), "127.0.0.1"),
              20);
      assertThat(stun.output()).as(door).contains("reflexive");
    }
    for (String door : List.of("conference.external", "conference.internal")) {
      try (SSLSocket socket =
          (SSLSocket)
              Server.tls().getSocketFactory().createSocket("127.0.0.1", Server.port(door))) {
        socket.startHandshake();
        assertThat(socket.getSession().isValid()).as(door).isTrue();
      }
    }
    URI nothing = URI.create("http://127.0.0.1:" + Server.port("http") + "/nothing");
    assertThat(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(nothing).build(), BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(404);
  }
}
