package org.gatehouse.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConformanceDocumentTest {
  private static final String SOURCE =
      """
      @Spec("RFC 9999 §10.1")
      class LampTest {
        @Test
        @Spec("RFC 9999 §2 step 3")
        @Spec("RFC 9999 §10.1")
        void lightsUp() {}

        @Test
        void isNotNamed() {}
      }
      """;

  @Test
  void tiesEachSectionToTheNextClassOrMethod() {
    assertThat(SpecReference.findIn("LampTest", SOURCE))
        .containsExactly(
            new SpecReference("RFC 9999", "10.1", "", "LampTest"),
            new SpecReference("RFC 9999", "2", "step 3", "LampTest.lightsUp"),
            new SpecReference("RFC 9999", "10.1", "", "LampTest.lightsUp"));
  }

  @Test
  void refusesAValueWithoutASection() {
    assertThatThrownBy(() -> SpecReference.findIn("T", "@Spec(\"RFC 9999\") void test() {}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("T.test");
  }

  @Test
  void writesSectionsInTheOrderOfTheSpecification() {
    ConformanceDocument document =
        new ConformanceDocument(Map.of("RFC 9999 §2", "Light", "RFC 9999 §10.1", "Dark"));
    assertThat(document.render(SpecReference.findIn("LampTest", SOURCE)))
        .containsSubsequence(
            "## RFC 9999",
            "| §2 Light | `LampTest.lightsUp` (step 3) |",
            "| §10.1 Dark | `LampTest`, `LampTest.lightsUp` |");
  }

  @Test
  void namesSectionsThatNobodyListed() {
    ConformanceDocument document = new ConformanceDocument(Map.of("RFC 9999 §2", "Light"));
    List<SpecReference> unknown = document.unknown(SpecReference.findIn("LampTest", SOURCE));
    assertThat(unknown).extracting(SpecReference::section).containsOnly("10.1");
  }
}
