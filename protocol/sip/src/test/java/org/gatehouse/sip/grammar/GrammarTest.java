package org.gatehouse.sip.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gatehouse.conformance.Spec;
import org.gatehouse.sip.SipFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
  @Test
  @Spec("RFC 3261 §19.1")
  void readsEveryPartOfASipUri() throws Exception {
    SipUri uri =
        (SipUri) Grammar.uri("sips:al%69ce;day=tuesday@[2001:DB8::1]:5070;transport=tcp;lr?a=b");

    assertThat(uri.scheme()).isEqualTo("sips");
    assertThat(uri.user()).isEqualTo("alice;day=tuesday");
    assertThat(uri.host()).isEqualTo("[2001:db8::1]");
    assertThat(uri.port()).isEqualTo(5070);
    assertThat(uri.parameters()).containsEntry("transport", "tcp").containsKey("lr");
    assertThat(uri.loose()).isTrue();
    assertThat(uri.withHeaders()).isTrue();
    assertThat(((SipUri) Grammar.uri("sip:example.com")).port()).isEqualTo(-1);
  }

  @Test
  @Spec("RFC 3261 §20.10")
  void keepsTheUriOfAnAddressAsWritten() throws Exception {
    NameAddr address = Grammar.nameAddr("To", "\"A; <b>\" <sip:a@b;x=y>;tag=1;flag");

    assertThat(address.text()).isEqualTo("sip:a@b;x=y");
    assertThat(address.parameters()).containsEntry("tag", "1").containsEntry("flag", "");
    assertThat(Grammar.nameAddr("To", "sip:a@b;tag=2").parameters()).containsEntry("tag", "2");
    assertThat(Grammar.nameAddr("From", "tel:+123;tag=3").uri().scheme()).isEqualTo("tel");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sip:",
        "sip:a b@c",
        "sip:user@",
        "sip:@host",
        "sip:host:port",
        "sip:host:99999",
        "sip:host:0",
        "<sip:a@b>",
        "1sip:a@b",
        "sip:[::1",
        "sip:ho\u0000st",
        ""
      })
  @Spec("RFC 3261 §19.1")
  void refusesWhatIsNoUri(String text) {
    assertThatThrownBy(() -> Grammar.uri(text)).isInstanceOf(SipFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bell, Alexander <sip:a@b>",
        "\"unclosed <sip:a@b>",
        "<sip:a@b",
        "sip:a@b?Route=x",
        "\"J Rosenberg\" < sip:a@b >",
        "<sip:a@b> junk <sip:c@d>"
      })
  @Spec("RFC 3261 §25.1")
  void refusesWhatIsNoAddress(String text) {
    assertThatThrownBy(() -> Grammar.nameAddr("Contact", text))
        .isInstanceOf(SipFormatException.class);
  }
}
