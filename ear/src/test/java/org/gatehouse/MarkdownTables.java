package org.gatehouse;

import java.util.Arrays;
import java.util.List;

/** The rows of the tables of a Markdown text. */
final class MarkdownTables {
  private MarkdownTables() {}

  /**
   * A row below a heading.
   *
   * @param heading the nearest heading above it, without number signs
   * @param cells their texts, without the code marks around a whole cell
   */
  record Row(String heading, List<String> cells) {
    String cell(int index) {
      return index < cells.size() ? cells.get(index) : "";
    }
  }

  /** All rows, those of column titles among them. */
  static List<Row> rows(String markdown) {
    String[] heading = {""};
    return markdown
        .lines()
        .peek(
            line -> {
              if (line.startsWith("#")) {
                heading[0] = line.replaceFirst("#+ *", "");
              }
            })
        .filter(line -> line.startsWith("| ") && line.endsWith("|"))
        .map(line -> new Row(heading[0], cells(line)))
        .toList();
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
        .map(String::strip)
        .map(cell -> cell.replaceFirst("^`([^`]*)`$", "$1"))
        .toList();
  }
}
