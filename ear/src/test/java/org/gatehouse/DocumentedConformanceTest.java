package org.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.conformance.ConformanceDocument;
import org.gatehouse.conformance.SpecReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/conformance.md} against the sections that the tests name. With {@code
 * -Dgatehouse.update=true} it is written instead of compared.
 */
class DocumentedConformanceTest {
  private static final String SECTIONS =
      "conformance/src/main/resources/org/gatehouse/conformance/sections.csv";
  private static final Path DOCUMENT = Checkout.ROOT.resolve("docs/conformance.md");

  private static Map<String, String> titles;
  private static List<SpecReference> named;

  @BeforeAll
  static void readTheTests() {
    titles =
        Checkout.text(SECTIONS)
            .lines()
            .map(line -> line.split(",", 2))
            .collect(Collectors.toMap(columns -> columns[0], columns -> columns[1]));
    Path samples = Checkout.ROOT.resolve("conformance"); // its tests name a made-up specification
    named =
        Checkout.sources("src/test/java").stream()
            .filter(source -> !source.startsWith(samples))
            .flatMap(
                source ->
                    SpecReference.findIn(Checkout.simpleName(source), Checkout.text(source))
                        .stream())
            .toList();
  }

  @Test
  void testsNameOnlySectionsThatExist() {
    assertThat(new ConformanceDocument(titles).unknown(named))
        .as("sections without a title in %s", SECTIONS)
        .isEmpty();
  }

  @Test
  void theDocumentIsWhatTheTestsSay() throws IOException {
    String rendered = new ConformanceDocument(titles).render(named);
    if (Boolean.getBoolean("gatehouse.update")) {
      Files.writeString(DOCUMENT, rendered);
    }
    assertThat(Checkout.text(DOCUMENT))
        .as("CONTRIBUTING.md says how to write it anew")
        .isEqualTo(rendered);
  }
}
