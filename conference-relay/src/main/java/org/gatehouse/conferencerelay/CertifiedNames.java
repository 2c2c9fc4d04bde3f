package org.gatehouse.conferencerelay;

import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * The names that a client's certificate holds: the dNSNames of its subject alternative names (RFC
 * 5280 §4.2.1.6), or, where there is none, the common name of its subject.
 */
final class CertifiedNames {
  private static final Integer DNS_NAME = 2;

  private CertifiedNames() {}

  /** Whether the client showed no certificate, or one that holds this name. */
  static boolean allow(SSLSession session, String name) {
    Certificate[] chain;
    try {
      chain = session.getPeerCertificates();
    } catch (SSLPeerUnverifiedException e) {
      return true;
    }
    return chain.length == 0
        || (chain[0] instanceof X509Certificate certificate
            && names(certificate).stream().anyMatch(name::equalsIgnoreCase));
  }

  static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      List<String> names = new ArrayList<>();
      if (alternatives != null) {
        for (List<?> alternative : alternatives) {
          if (DNS_NAME.equals(alternative.get(0))) {
            names.add(String.valueOf(alternative.get(1)));
          }
        }
      }
      return names.isEmpty() ? commonNames(certificate) : names;
    } catch (CertificateParsingException | InvalidNameException e) {
      return List.of();
    }
  }

  private static List<String> commonNames(X509Certificate certificate) throws InvalidNameException {
    return new LdapName(certificate.getSubjectX500Principal().getName())
        .getRdns().stream()
            .filter(part -> part.getType().equalsIgnoreCase("CN"))
            .map(part -> String.valueOf(part.getValue()))
            .toList();
  }
}
