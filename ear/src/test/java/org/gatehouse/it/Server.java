package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** The server under test: its addresses, its certificate and its operations API. */
final class Server {
  static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String OPERATOR = "operator:it-operator";
  private static final char[] KEY_STORE_PASSWORD = "changeit".toCharArray();

  private Server() {}

  static EnterpriseArchive ear() {
    return ShrinkWrap.createFromZipFile(
        EnterpriseArchive.class, new File(System.getProperty("gatehouse.ear")));
  }

  static int port(String door) {
    return Integer.getInteger("it." + door);
  }

  static InetSocketAddress address(String door) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port(door));
  }

  /** Trusts the certificate that the server made at its first start. */
  static SSLContext tls() throws IOException, GeneralSecurityException {
    Path file = Path.of(System.getProperty("gatehouse.home"), "configuration", "gatehouse.p12");
    if (!Files.exists(file)) {
      firstHandshake();
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, KEY_STORE_PASSWORD);
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("gatehouse", keys.getCertificate(keys.aliases().nextElement()));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** Fails, since nothing is trusted yet, but makes the server write its certificate. */
  private static void firstHandshake() throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            SSLSocketFactory.getDefault()
                .createSocket(InetAddress.getLoopbackAddress(), port("operations"))) {
      assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
    }
  }

  /** The body of a 2xx of the operations API. */
  static String rest(String method, String path, String body) throws Exception {
    HttpResponse<String> response = restResponse(method, path, body);
    if (response.statusCode() / 100 != 2) {
      throw new AssertionError(
          method + " " + path + ": " + response.statusCode() + response.body());
    }
    return response.body();
  }

  static HttpResponse<String> restResponse(String method, String path, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("https://localhost:" + port("operations") + "/operations/api/" + path))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(OPERATOR.getBytes(StandardCharsets.US_ASCII)))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return HttpClient.newBuilder().sslContext(tls()).build().send(request, BodyHandlers.ofString());
  }

  /** Waits until every door of the connectors is open. */
  static void awaitDoors() {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .until(() -> rest("GET", "doors", ""), Server::allOpen);
  }

  private static boolean allOpen(String doors) {
    return doors.contains("DirectorUdp")
        && doors.contains("StunExternalUdp")
        && doors.contains("ConferenceExternalTls")
        && !doors.contains("closed")
        && !doors.contains("\"off\"");
  }

  /** Adds the domain where it is not there yet. */
  static void domain(String name) throws Exception {
    if (!rest("GET", "domains", "").contains("\"" + name + "\"")) {
      rest("POST", "domains", "{\"name\":\"" + name + "\"}");
    }
  }

  /** Adds a user, or gives it this password. */
  static void user(String aor, String password) throws Exception {
    if (rest("GET", "users", "").contains("\"" + aor + "\"")) {
      rest("PUT", "users/" + aor + "/password", "{\"password\":\"" + password + "\"}");
    } else {
      rest("POST", "users", "{\"aor\":\"" + aor + "\",\"password\":\"" + password + "\"}");
    }
  }
}
