package org.gatehouse.directory.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.gatehouse.conformance.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  private static Network network(String text) {
    return Network.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,10.255.255.255,true",
    "10.0.0.0/8,11.0.0.0,false",
    "192.0.2.128/25,192.0.2.128,true",
    "192.0.2.128/25,192.0.2.127,false",
    "192.0.2.1,192.0.2.1,true",
    "192.0.2.1,192.0.2.0,false",
    "0.0.0.0/0,198.51.100.1,true",
    "0.0.0.0/0,::1,false",
    "fe80::/10,febf::1,true",
    "fe80::/10,fec0::1,false",
    "::1,::1,true"
  })
  @Spec("RFC 4632 §3.1")
  void holdsTheAddressesThatShareItsPrefix(String block, String address, boolean inside)
      throws Exception {
    assertThat(network(block).contains(InetAddress.getByName(address))).isEqualTo(inside);
  }

  @Test
  @Spec("RFC 4291 §2.5.5.2")
  void holdsAnIpv4AddressThatComesAsIpv6() throws Exception {
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = 127;
    mapped[15] = 1;

    assertThat(network("127.0.0.0/8").contains(Inet6Address.getByAddress(null, mapped, -1)))
        .isTrue();
  }

  @Test
  void clearsTheBitsAfterThePrefix() {
    assertThat(network("10.1.2.3/8")).isEqualTo(network("10.0.0.0/8")).hasToString("10.0.0.0/8");
    assertThat(network("10.0.0.0/8")).isNotEqualTo(network("10.0.0.0/9"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0/8",
        "256.0.0.1",
        "::/129",
        "localhost",
        "example.com/8",
        "1:2:3",
        "10.0.0.0/8/8",
        "::1%lo",
        "10"
      })
  void takesNothingElse(String text) {
    assertThat(Network.parse(text)).isEmpty();
  }
}
