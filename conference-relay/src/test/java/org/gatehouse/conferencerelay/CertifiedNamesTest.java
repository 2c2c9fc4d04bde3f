package org.gatehouse.conferencerelay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.CertificateBuilder;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Test;

class CertifiedNamesTest {

  @Test
  @Spec("RFC 5280 §4.2.1.6")
  void alternativeNamesReplaceTheCommonName() throws Exception {
    CertificateBuilder builder =
        new CertificateBuilder().subject("CN=common.example").setIsCertificateAuthority(true);
    assertThat(CertifiedNames.names(builder.buildSelfSigned().getCertificate()))
        .containsExactly("common.example");
    builder.addSanDnsName("one.example").addSanDnsName("two.example");
    assertThat(CertifiedNames.names(builder.buildSelfSigned().getCertificate()))
        .containsExactly("one.example", "two.example");
  }
}
