package org.gatehouse.transport.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.transport.stream.StreamLoopsTest.get;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TlsContextsTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final StreamLoops loops = StreamLoops.open(1, threads);
  private X509Bundle server;
  private X509Bundle client;

  @BeforeEach
  void certificates() throws Exception {
    server = certificate("localhost");
    client = certificate("client.example");
  }

  @AfterEach
  void close() {
    loops.close(LIMIT);
    threads.shutdownNow();
  }

  private static X509Bundle certificate(String name) throws Exception {
    return new CertificateBuilder()
        .subject("CN=" + name)
        .addSanDnsName(name)
        .setIsCertificateAuthority(true)
        .buildSelfSigned();
  }

  private static KeyManager keys(X509Bundle bundle) throws Exception {
    KeyManagerFactory factory = bundle.toKeyManagerFactory();
    return factory.getKeyManagers()[0];
  }

  private static TrustManager trust(X509Bundle bundle) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("peer", bundle.getCertificate());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers()[0];
  }

  private InetSocketAddress listening(ClientAuth clients) throws Exception {
    SslContext context = TlsContexts.server(keys(server), clients, trust(client));
    return get(loops.listen(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            ListenOptions.atMost(10),
            channel ->
                channel
                    .pipeline()
                    .addLast(TlsContexts.accepting(context, channel), StreamLoopsTest.echo())))
        .localAddress();
  }

  private String answer(SslContext context, InetSocketAddress address, String name)
      throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Channel channel =
        get(
            loops.connect(
                address,
                LIMIT,
                connecting -> {
                  SslHandler tls =
                      TlsContexts.connecting(context, connecting, name, address.getPort());
                  connecting.pipeline().addLast(tls, StreamLoopsTest.answering(answer));
                  connecting.closeFuture().addListener(end -> ended(tls, answer));
                }));
    Channels.send(channel, Unpooled.copiedBuffer("hi", StandardCharsets.US_ASCII));
    return get(answer);
  }

  private static void ended(SslHandler tls, CompletableFuture<String> answer) {
    Throwable cause = tls.handshakeFuture().cause();
    answer.completeExceptionally(cause == null ? new SSLException("end") : cause);
  }

  @Test
  void isBoringSslWhereItsLibraryLoads() throws Exception {
    assertThat(TlsContexts.server(keys(server), ClientAuth.NONE, null) instanceof OpenSslContext)
        .isEqualTo(OpenSsl.isAvailable());
    assertThat(TlsContexts.provider()).contains(OpenSsl.isAvailable() ? "BoringSSL" : "JDK");
  }

  @Test
  void echoesOverTls() throws Exception {
    SslContext context = TlsContexts.client(null, trust(server));

    assertThat(answer(context, listening(ClientAuth.NONE), "localhost")).isEqualTo("hi");
  }

  @Test
  void aServerOfAnotherNameIsNotTrusted() throws Exception {
    SslContext context = TlsContexts.client(null, trust(server));
    InetSocketAddress address = listening(ClientAuth.NONE);

    assertThatThrownBy(() -> answer(context, address, "other.example"))
        .hasCauseInstanceOf(Exception.class)
        .hasStackTraceContaining("other.example");
  }

  @Test
  void mutualTlsAcceptsTheTrustedClientOnly() throws Exception {
    InetSocketAddress address = listening(ClientAuth.REQUIRE);

    assertThat(answer(TlsContexts.client(keys(client), trust(server)), address, "localhost"))
        .isEqualTo("hi");
    assertThatThrownBy(() -> answer(TlsContexts.client(null, trust(server)), address, "localhost"))
        .isInstanceOf(ExecutionException.class);
    assertThatThrownBy(
            () -> answer(TlsContexts.client(keys(server), trust(server)), address, "localhost"))
        .isInstanceOf(ExecutionException.class);
  }

  @Test
  @Spec("RFC 8996 §5")
  void versionsBefore12AreRefused() throws Exception {
    InetSocketAddress address = listening(ClientAuth.NONE);
    SSLContext old = SSLContext.getInstance("TLS");
    old.init(null, new TrustManager[] {trust(server)}, null);
    try (SSLSocket socket =
        (SSLSocket) old.getSocketFactory().createSocket(address.getAddress(), address.getPort())) {
      assertThat(socket.getSupportedProtocols()).contains("TLSv1.1");
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      socket.startHandshake();
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
    }
    SslContext context = TlsContexts.server(keys(server), ClientAuth.NONE, null);
    SslHandler handler =
        TlsContexts.accepting(context, new io.netty.channel.embedded.EmbeddedChannel());
    assertThat(handler.engine().getEnabledProtocols())
        .contains("TLSv1.3", "TLSv1.2")
        .doesNotContain("TLSv1", "TLSv1.1", "SSLv3");
    assertThat(handler.getHandshakeTimeoutMillis()).isEqualTo(10_000);
    io.netty.util.ReferenceCountUtil.release(handler.engine());
  }
}
