package org.gatehouse.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The certificate in a server's own key store. A client that was given this very certificate trusts
 * it whatever name it holds, and no other.
 */
public final class ServerCertificate {
  private final X509Certificate certificate;

  private ServerCertificate(X509Certificate certificate) {
    this.certificate = certificate;
  }

  /**
   * Reads the key store of a running server. Where there is none yet, a first connection makes the
   * server generate its own.
   *
   * @param home where the server keeps its state
   */
  public static ServerCertificate of(Path home, Doors doors) throws IOException {
    Path path =
        home.resolve("configuration")
            .resolve(doors.environment().getOrDefault("GATEHOUSE_KEYSTORE", "gatehouse.p12"));
    if (!Files.exists(path)) {
      knock(doors.operations());
    }
    String password = doors.environment().getOrDefault("GATEHOUSE_KEYSTORE_PASSWORD", "changeit");
    try {
      KeyStore store = KeyStore.getInstance(path.toFile(), password.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        Certificate found = store.getCertificate(alias);
        if (store.isKeyEntry(alias) && found instanceof X509Certificate x509) {
          return new ServerCertificate(x509);
        }
      }
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new IOException("cannot read the server's key store " + path + ": " + e, e);
    }
    throw new IOException("no certificate in the server's key store " + path);
  }

  /** Begins a handshake and ends it at the certificate. */
  private static void knock(InetSocketAddress door) throws IOException {
    try (TlsConnection connection = TlsConnection.open(context(Optional.empty()), door)) {
      throw new IOException("a handshake without trust succeeded with " + connection);
    } catch (SSLHandshakeException e) {
      // the server has shown its certificate, so it has one by now
      return;
    }
  }

  /** A TLS context for clients of this server. */
  public SSLContext context() {
    return context(Optional.of(certificate));
  }

  private static SSLContext context(Optional<X509Certificate> trusted) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Pinned(trusted)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  /** Trusts one certificate, or none. */
  private static final class Pinned extends X509ExtendedTrustManager {
    private final Optional<X509Certificate> trusted;

    private Pinned(Optional<X509Certificate> trusted) {
      this.trusted = trusted;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
      if (chain.length == 0 || !trusted.equals(Optional.of(chain[0]))) {
        throw new CertificateException("not the certificate of the server's key store");
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("for clients only");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      throw new CertificateException("for clients only");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      throw new CertificateException("for clients only");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
