package org.gatehouse.transport.stream;

import io.netty.channel.Channel;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.3 and 1.2 (RFC 8446, RFC 5246) by BoringSSL, or by the JDK where its native library does
 * not load.
 *
 * <p>A key manager is asked at each handshake, so one that is reloaded serves the next connection
 * with its new certificate.
 */
public final class TlsContexts {
  /** How long a handshake may take. */
  public static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);

  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

  private TlsContexts() {}

  /** Which implementation serves, for people. */
  static String provider() {
    return OpenSsl.isAvailable()
        ? OpenSsl.versionString()
        : "the JDK, because BoringSSL is missing (" + OpenSsl.unavailabilityCause() + ")";
  }

  /**
   * The server's side.
   *
   * @param clients whether clients are asked for a certificate
   * @param trust checks clients' certificates; null is the trust store of the JVM
   */
  public static SslContext server(KeyManager keys, ClientAuth clients, @Nullable TrustManager trust)
      throws SSLException {
    SslContextBuilder builder = SslContextBuilder.forServer(keys).clientAuth(clients);
    return build(builder, trust);
  }

  /**
   * The client's side, which compares the server's name with its certificate (RFC 9525).
   *
   * @param keys what to show to a server that asks; null is nothing
   * @param trust checks the server's certificate; null is the trust store of the JVM
   */
  public static SslContext client(@Nullable KeyManager keys, @Nullable TrustManager trust)
      throws SSLException {
    SslContextBuilder builder =
        SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS");
    if (keys != null) {
      builder.keyManager(keys);
    }
    return build(builder, trust);
  }

  private static SslContext build(SslContextBuilder builder, @Nullable TrustManager trust)
      throws SSLException {
    if (trust != null) {
      builder.trustManager(trust);
    }
    return builder
        .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
        .protocols(VERSIONS)
        .build();
  }

  /** The first stage of an accepted connection. */
  public static SslHandler accepting(SslContext context, Channel channel) {
    return limited(context.newHandler(channel.alloc()));
  }

  /**
   * The first stage of a connection that we open.
   *
   * @param host the name that the server's certificate must hold
   */
  public static SslHandler connecting(SslContext context, Channel channel, String host, int port) {
    return limited(context.newHandler(channel.alloc(), host, port));
  }

  private static SslHandler limited(SslHandler handler) {
    handler.setHandshakeTimeout(HANDSHAKE_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    return handler;
  }
}
