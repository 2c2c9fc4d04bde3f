package org.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents' links to files of this repository. */
class DocumentLinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

  private static List<Path> documents() {
    return Stream.concat(
            Checkout.files(Checkout.ROOT.resolve("docs"), ".md").stream(),
            Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                .map(Checkout.ROOT::resolve))
        .toList();
  }

  @Test
  void leadToFilesThatExist() {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path document : documents()) {
      Matcher matcher = LINK.matcher(Checkout.text(document));
      while (matcher.find()) {
        String target = matcher.group(1);
        if (!target.contains("://")) {
          links++;
          if (!Files.exists(document.resolveSibling(target))) {
            broken.add(Checkout.ROOT.relativize(document) + " -> " + target);
          }
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(links).isPositive();
  }
}
