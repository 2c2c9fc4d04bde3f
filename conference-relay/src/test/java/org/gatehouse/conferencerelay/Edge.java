package org.gatehouse.conferencerelay;

import static org.awaitility.Awaitility.await;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.gatehouse.admission.ConferenceAdmission;
import org.gatehouse.connector.Authority;
import org.gatehouse.connector.DoorState;

/** A relay on free ports of loopback, and the ways to dial it. */
final class Edge implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(20);
  static final String OPENING = "GATEHOUSE-CONFERENCE/1 " + FakeContainer.KEY + "\r\n";
  static final String SERVER_OPENING = "GATEHOUSE-MEETING-SERVER/1 meeting1\r\n";
  static final String CONNECT = "CONNECT weekly alice\r\n";

  final FakeContainer container = new FakeContainer();
  final ConferenceRelay relay;

  private Edge(Map<String, String> properties, Keys keys) {
    Authority<ConferenceAdmission> authority =
        new Authority<>(container, ConferenceAdmission.class);
    authority.activate(container);
    relay = ConferenceRelay.start(new ConferenceProperties(properties), container, keys, authority);
  }

  static Map<String, String> properties(String... changes) {
    Map<String, String> properties =
        new HashMap<>(
            Map.of(
                "enabled", "true",
                "externalBind", "127.0.0.1:0",
                "internalBind", "127.0.0.1:0",
                "keyManager", "gatehouse",
                "openingTimeout", "20",
                "idleTimeout", "60",
                "internalClientAuthentication", "optional",
                "trustManager", ""));
    for (int i = 0; i < changes.length; i += 2) {
      properties.put(changes[i], changes[i + 1]);
    }
    return properties;
  }

  static Edge open(String... changes) throws Exception {
    KeyManager key = keys(certificate("gatehouse.example"));
    Edge edge = with(new Keys(name -> key, name -> null), changes);
    edge.awaitOpen();
    return edge;
  }

  static Edge with(Keys keys, String... changes) {
    return new Edge(properties(changes), keys);
  }

  void awaitOpen() {
    for (String door : new String[] {ConferenceRelay.EXTERNAL, ConferenceRelay.INTERNAL}) {
      await().atMost(LIMIT).until(() -> relay.door(door) instanceof DoorState.Open);
    }
  }

  static X509Bundle certificate(String name) throws Exception {
    return new CertificateBuilder()
        .subject("CN=" + name)
        .addSanDnsName(name)
        .setIsCertificateAuthority(true)
        .buildSelfSigned();
  }

  static KeyManager keys(X509Bundle bundle) throws Exception {
    return bundle.toKeyManagerFactory().getKeyManagers()[0];
  }

  static Function<String, TrustManager> trusting(X509Bundle... peers) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (int i = 0; i < peers.length; i++) {
      store.setCertificateEntry("peer" + i, peers[i].getCertificate());
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return name -> factory.getTrustManagers()[0];
  }

  long counter(String name) {
    return (Long) relay.statistics().getValue(name);
  }

  void awaitCounter(String name, long value) {
    await(name).atMost(LIMIT).until(() -> counter(name) == value);
  }

  SSLSocket external(String said) throws Exception {
    return dial(ConferenceRelay.EXTERNAL, said);
  }

  SSLSocket internal(String said) throws Exception {
    return dial(ConferenceRelay.INTERNAL, said);
  }

  /** A meeting server's connection that waits already. */
  SSLSocket waiting() throws Exception {
    SSLSocket socket = internal(SERVER_OPENING);
    await().atMost(LIMIT).until(() -> counter("InsideConnectionsWaiting") > 0);
    return socket;
  }

  private SSLSocket dial(String door, String said, KeyManager... keys) throws Exception {
    String address = ((DoorState.Open) relay.door(door)).address();
    Socket plain = new Socket();
    plain.setReceiveBufferSize(64 * 1024);
    plain.setSoTimeout((int) LIMIT.toMillis());
    int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, new TrustManager[] {new Anyone()}, new SecureRandom());
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, "gatehouse.example", 0, true);
    socket.startHandshake();
    socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  SSLSocket internal(String said, KeyManager key) throws Exception {
    return dial(ConferenceRelay.INTERNAL, said, key);
  }

  static String read(SSLSocket socket, int length) throws Exception {
    return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
  }

  /** Everything until the end of the connection, which may be a reset. */
  static byte[] readToEnd(SSLSocket socket) throws Exception {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (java.net.SocketTimeoutException e) {
      throw e;
    } catch (java.io.IOException reset) {
      return all.toByteArray();
    }
    return all.toByteArray();
  }

  @Override
  public void close() {
    relay.stop();
    container.close();
  }

  private record Anyone() implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
