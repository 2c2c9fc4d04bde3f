package org.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.SettingsInUse.Property;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} against what is read. */
class ConfigurationDocumentTest {
  private static final Pattern VARIABLE = Pattern.compile("GATEHOUSE_[A-Z_]*[A-Z]");

  private static Stream<MarkdownTables.Row> rows() {
    return MarkdownTables.rows(Checkout.text("docs/configuration.md")).stream();
  }

  @Test
  void aVariableHasTheSameDefaultWhereverItIsRead() {
    assertThat(SettingsInUse.variables())
        .isNotEmpty()
        .allSatisfy((name, defaults) -> assertThat(defaults).as(name).hasSize(1));
  }

  @Test
  void theDocumentGivesEachVariableItsDefault() {
    Map<String, Set<String>> documented = new TreeMap<>();
    rows()
        .forEach(
            row -> {
              for (int i = 0; i < row.cells().size(); i++) {
                if (VARIABLE.matcher(row.cell(i)).matches()) {
                  documented
                      .computeIfAbsent(row.cell(i), n -> new TreeSet<>())
                      .add(row.cell(i + 1));
                }
              }
            });
    assertThat(documented).containsExactlyInAnyOrderEntriesOf(SettingsInUse.variables());
  }

  @Test
  void documentsNameNoVariableThatNobodyReads() {
    Set<String> named =
        Stream.concat(
                Checkout.files(Checkout.ROOT.resolve("docs"), ".md").stream(),
                Stream.of(Checkout.ROOT.resolve("README.md")))
            .flatMap(document -> VARIABLE.matcher(Checkout.text(document)).results())
            .map(found -> found.group())
            .collect(Collectors.toSet());
    assertThat(SettingsInUse.variables().keySet()).containsAll(named);
  }

  @Test
  void theManagementModelDefinesEachPropertyOfEachAdapterWithItsDefault() {
    assertThat(SettingsInUse.adapterProperties()).isNotEmpty();
    assertThat(SettingsInUse.definedProperties())
        .extracting(defined -> defined.adapter() + " " + defined.name() + "=" + defined.byDefault())
        .containsExactlyInAnyOrderElementsOf(SettingsInUse.adapterProperties());
  }

  @Test
  void theDocumentListsEachPropertyBelowItsAdapter() {
    Stream<Property> documented =
        rows()
            .filter(row -> VARIABLE.matcher(row.cell(1)).matches())
            .map(
                row ->
                    new Property(
                        row.heading().replaceAll("^.*`([\\w-]+)`.*$", "$1"),
                        row.cell(0),
                        row.cell(1),
                        row.cell(2)));
    assertThat(documented).containsExactlyInAnyOrderElementsOf(SettingsInUse.definedProperties());
  }
}
