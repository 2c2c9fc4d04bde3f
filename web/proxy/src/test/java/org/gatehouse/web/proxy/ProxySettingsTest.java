package org.gatehouse.web.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {

  @Test
  void takesTheDefaultWhereNothingIsSaid() {
    assertThat(ProxySettings.of(Map.of("GATEHOUSE_HTTP_QUEUE", " ")::get))
        .isEqualTo(ProxySettings.defaults());
    assertThat(ProxySettings.defaults().requestBodyLimitInBytes()).isEqualTo(1 << 20);
    assertThat(ProxySettings.defaults().connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(ProxySettings.defaults().responseTimeout()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void takesWhatIsSaid() {
    assertThat(ProxySettings.of(Map.of("GATEHOUSE_HTTP_CONNECT_MILLIS", "250")::get))
        .extracting(ProxySettings::connectTimeout)
        .isEqualTo(Duration.ofMillis(250));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000001", "many", "99999999999999999999"})
  void saysWhichValueIsWrongAndWhatIsAllowed(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProxySettings.of(Map.of("GATEHOUSE_HTTP_REQUESTS", value)::get))
        .withMessageContainingAll("GATEHOUSE_HTTP_REQUESTS", value, "1000000");
  }
}
