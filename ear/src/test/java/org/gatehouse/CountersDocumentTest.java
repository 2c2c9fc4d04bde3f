package org.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The live counters of the connectors against {@code docs/operators-guide.md}. */
class CountersDocumentTest {
  private static final Pattern COUNTER = Pattern.compile("\\b[cC]ounter\\(\\s*\"([A-Z]\\w+)\"");
  private static final Pattern OF_AN_ELEMENT =
      Pattern.compile("\\bCounter\\(\\s*name \\+ \"([A-Z]\\w+)\"");

  private static Stream<String> names(Pattern pattern) {
    return Checkout.sources("src/main/java").stream()
        .flatMap(source -> pattern.matcher(Checkout.text(source)).results())
        .map(found -> found.group(1));
  }

  @Test
  void theGuideNamesEveryCounter() {
    List<String> counters =
        Stream.concat(
                names(COUNTER),
                names(OF_AN_ELEMENT).flatMap(name -> Stream.of("Edge" + name, "Director" + name)))
            .toList();
    assertThat(counters).contains("DoorsClosed", "AllocationsActive", "EdgeRequests");
    String guide = Checkout.text("docs/operators-guide.md");
    assertThat(counters).allSatisfy(name -> assertThat(guide).contains("`" + name + "`"));
  }
}
