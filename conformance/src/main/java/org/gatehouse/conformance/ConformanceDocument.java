package org.gatehouse.conformance;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of {@code docs/conformance.md}: each section with its title and the tests that hold it.
 */
public final class ConformanceDocument {
  private final Map<String, String> titles;

  /**
   * Takes the sections that may be named.
   *
   * @param titles from specification and section, such as {@code RFC 3261 §16.3}, to the title of
   *     the section
   */
  public ConformanceDocument(Map<String, String> titles) {
    this.titles = Map.copyOf(titles);
  }

  /** The references whose section is not among the titles, in the order given. */
  public List<SpecReference> unknown(Collection<SpecReference> references) {
    return references.stream().filter(r -> !titles.containsKey(key(r))).toList();
  }

  /** Writes the document; its order depends on the references alone, not on where they stood. */
  public String render(Collection<SpecReference> references) {
    Map<String, Map<String, List<SpecReference>>> ordered = new TreeMap<>();
    for (SpecReference reference : references) {
      ordered
          .computeIfAbsent(
              reference.specification(), s -> new TreeMap<>(ConformanceDocument::bySection))
          .merge(reference.section(), List.of(reference), ConformanceDocument::joined);
    }
    StringBuilder text = new StringBuilder("# Conformance\n\n");
    text.append("Made by the build from the `@Spec` of the tests. ");
    text.append("A section that is not here is not claimed.\n");
    ordered.forEach(
        (specification, sections) -> {
          text.append("\n## ")
              .append(specification)
              .append("\n\n| section | held by |\n|---|---|\n");
          sections.values().forEach(tests -> text.append(row(tests)));
        });
    return text.toString();
  }

  private String row(List<SpecReference> tests) {
    SpecReference first = tests.get(0);
    String held =
        tests.stream()
            .sorted(Comparator.comparing(SpecReference::detail).thenComparing(SpecReference::test))
            .map(t -> "`" + t.test() + "`" + (t.detail().isEmpty() ? "" : " (" + t.detail() + ")"))
            .distinct()
            .collect(Collectors.joining(", "));
    return "| §"
        + first.section()
        + " "
        + titles.getOrDefault(key(first), "")
        + " | "
        + held
        + " |\n";
  }

  private static String key(SpecReference reference) {
    return reference.specification() + " §" + reference.section();
  }

  private static List<SpecReference> joined(List<SpecReference> one, List<SpecReference> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static int bySection(String one, String other) {
    String[] left = one.split("\\.", -1);
    String[] right = other.split("\\.", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order =
          left[i].length() != right[i].length()
              ? Integer.compare(left[i].length(), right[i].length())
              : left[i].compareTo(right[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }
}
