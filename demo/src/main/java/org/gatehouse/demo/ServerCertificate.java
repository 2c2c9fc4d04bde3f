package org.gatehouse.demo;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
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
   * Reads the key store of a server.
   *
   * @param home where the server keeps its state
   * @param environment variables by name, as the server knows them
   */
  public static ServerCertificate of(Path home, Map<String, String> environment)
      throws IOException {
    Path path =
        home.resolve("configuration")
            .resolve(environment.getOrDefault("GATEHOUSE_KEYSTORE", "gatehouse.p12"));
    if (!Files.isReadable(path)) {
      throw new IOException("cannot read the server's key store " + path);
    }
    String password = environment.getOrDefault("GATEHOUSE_KEYSTORE_PASSWORD", "changeit");
    try {
      KeyStore store = KeyStore.getInstance(path.toFile(), password.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        Certificate found = store.getCertificate(alias);
        if (store.isKeyEntry(alias) && found instanceof X509Certificate x509) {
          return new ServerCertificate(x509);
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot read the server's key store " + path, e);
    }
    throw new IOException("no certificate in the server's key store " + path);
  }

  /** A TLS context for clients of this server. */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Pinned(certificate)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  /** Trusts one certificate. */
  private static final class Pinned extends X509ExtendedTrustManager {
    private final X509Certificate certificate;

    private Pinned(X509Certificate certificate) {
      this.certificate = certificate;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
      if (chain.length == 0 || !chain[0].equals(certificate)) {
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
