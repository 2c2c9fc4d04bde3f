package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import org.gatehouse.conformance.Spec;
import org.gatehouse.sip.HeaderName;
import org.gatehouse.sip.SipMessage;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A changed row of the directory changes the answer at the doors. */
@ExtendWith(ArquillianExtension.class)
class DirectoryIT {
  @Deployment(testable = false)
  static EnterpriseArchive ear() {
    return Server.ear();
  }

  @BeforeEach
  void doors() {
    Server.awaitDoors();
  }

  private static int register(String domain) throws Exception {
    try (SipClient client = new SipClient(Server.address("sip.external"))) {
      SipMessage answer =
          client.ask(client.request("REGISTER", "sip:" + domain, "sip:carol@" + domain));
      if (answer.statusCode() == 401) {
        assertThat(answer.values(HeaderName.WWW_AUTHENTICATE))
            .as("SHA-256 and MD5, strongest first")
            .hasSize(2)
            .first()
            .asString()
            .contains("algorithm=SHA-256");
      }
      return answer.statusCode();
    }
  }

  @Test
  @Spec("RFC 3261 §10.3")
  @Spec("RFC 8760 §2.4")
  void aNewDomainIsChallengedAndARemovedOneIsNotFound() throws Exception {
    assertThat(register("row.example")).isEqualTo(404);

    Server.rest("POST", "domains", "{\"name\":\"row.example\"}");
    await()
        .atMost(Server.LIMIT)
        .untilAsserted(() -> assertThat(register("row.example")).isEqualTo(401));

    Server.rest("DELETE", "domains/row.example", "");
    await()
        .atMost(Server.LIMIT)
        .untilAsserted(() -> assertThat(register("row.example")).isEqualTo(404));
  }

  @Test
  @Spec("RFC 9110 §15.5.6")
  void aPublishedResourceIsServedWithItsMethodsOnlyUntilItIsWithdrawn() throws Exception {
    byte[] file = new byte[1 << 20];
    new Random(1).nextBytes(file);
    HttpServer inside =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    inside.createContext(
        "/row/",
        exchange -> {
          exchange.sendResponseHeaders(200, file.length);
          exchange.getResponseBody().write(file);
          exchange.close();
        });
    inside.start();
    try {
      Server.rest(
          "PUT",
          "resources/row",
          "{\"pathPrefix\":\"/row/\",\"target\":\"http://127.0.0.1:"
              + inside.getAddress().getPort()
              + "\",\"methods\":[\"GET\",\"HEAD\"],\"enabled\":true}");
      await().atMost(Server.LIMIT).until(() -> get("GET", "/row/file").statusCode() == 200);

      assertThat(get("GET", "/row/file").body()).isEqualTo(file);
      assertThat(get("POST", "/row/file").statusCode()).isEqualTo(405);
      assertThat(get("GET", "/rows/file").statusCode()).isEqualTo(404);
      assertThat(get("GET", "/").statusCode()).isEqualTo(404);

      Server.rest("DELETE", "resources/row", "");
      await().atMost(Server.LIMIT).until(() -> get("GET", "/row/file").statusCode() == 404);
    } finally {
      inside.stop(0);
    }
  }

  private static HttpResponse<byte[]> get(String method, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + Server.port("http") + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
  }

  @Test
  @Spec("RFC 3261 §16.3 step 1")
  @Spec("RFC 3261 §21.4.1")
  void aMalformedRequestIsAnswered400AndTheNextOneIsServed() throws Exception {
    try (SipClient client = new SipClient(Server.address("sip.external"))) {
      String uri = "sip:127.0.0.1:" + Server.port("sip.external");
      String good = client.request("OPTIONS", uri, "sip:it@example.net");

      SipMessage answer = client.ask(good.replace("Max-Forwards: 70", "Max-Forwards: many"));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.reasonPhrase()).isEqualTo("Malformed Max-Forwards");
      String next = client.request("OPTIONS", uri, "sip:it@example.net");
      assertThat(client.ask(next).statusCode()).isEqualTo(200);
    }
  }
}
