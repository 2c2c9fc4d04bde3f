package org.gatehouse.web.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsideTlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  @Test
  @Spec("RFC 9110 §4.3.4")
  void forwardsToAnInsideWhoseCertificateIsTrusted() throws Exception {
    SSLContext tls = selfSigned("ip:127.0.0.1");
    try (Perimeter perimeter = new Perimeter(tls, tls)) {
      for (int i = 0; i < 3; i++) {
        HttpResponse<byte[]> response = perimeter.send(perimeter.request("/files/" + i));

        assertThat(new String(response.body(), UTF_8)).isEqualTo("inside");
      }
      assertThat(perimeter.asked).hasSize(3);
    }
  }

  @Test
  @Spec("RFC 9110 §4.3.4")
  void sendsNothingToAnInsideWhoseCertificateIsNotTrusted() throws Exception {
    try (Perimeter perimeter = new Perimeter(selfSigned("ip:127.0.0.1"), SSLContext.getDefault())) {
      assertThat(perimeter.send(perimeter.request("/files/a")).statusCode()).isEqualTo(503);
      assertThat(perimeter.asked).isEmpty();
    }
  }

  @Test
  @Spec("RFC 9110 §4.3.4")
  void sendsNothingToAnInsideOfAnotherName() throws Exception {
    SSLContext tls = selfSigned("dns:other.example");
    try (Perimeter perimeter = new Perimeter(tls, tls)) {
      assertThat(perimeter.send(perimeter.request("/files/a")).statusCode()).isEqualTo(503);
      assertThat(perimeter.asked).isEmpty();
    }
  }

  private SSLContext selfSigned(String name) throws Exception {
    Path file = folder.resolve("inside.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-alias",
                    "inside",
                    "-dname",
                    "CN=inside",
                    "-ext",
                    "san=" + name,
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    file.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keyManagers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(keys, PASSWORD.toCharArray());
    TrustManagerFactory trustManagers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trustManagers.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
    return context;
  }
}
