package org.gatehouse;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/log-messages.md} against the messages in the sources. */
class LogMessagesDocumentTest {
  private static final Pattern RANGE =
      Pattern.compile("@ValidIdRange\\(min = (\\d+), max = (\\d+)\\)");
  private static final Pattern MESSAGE =
      Pattern.compile(
          "@LogMessage\\(level = (\\w+)\\)\\s*"
              + "@Message\\(\\s*id = (\\d+),\\s*value =\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"[\\s+]*)+)\\)");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** A message of the log. */
  private record Message(String id, String level, String text) {}

  private static List<Path> loggers() {
    return Checkout.sources("src/main/java").stream()
        .filter(source -> Checkout.text(source).contains("@MessageLogger("))
        .toList();
  }

  private static List<Message> messages(String source) {
    return MESSAGE.matcher(source).results().map(LogMessagesDocumentTest::message).toList();
  }

  private static Message message(MatchResult found) {
    StringBuilder text = new StringBuilder();
    LITERAL.matcher(found.group(3)).results().forEach(part -> text.append(part.group(1)));
    return new Message("GATE" + found.group(2), found.group(1), text.toString());
  }

  private static List<Message> all() {
    return loggers().stream().flatMap(logger -> messages(Checkout.text(logger)).stream()).toList();
  }

  private static List<MarkdownTables.Row> documented() {
    return MarkdownTables.rows(Checkout.text("docs/log-messages.md")).stream()
        .filter(row -> row.cell(0).startsWith("GATE"))
        .toList();
  }

  @Test
  void readsEveryMessageOfEveryLogger() {
    assertThat(loggers()).isNotEmpty();
    for (Path logger : loggers()) {
      String source = Checkout.text(logger);
      assertThat(messages(source))
          .as("messages of %s", Checkout.simpleName(logger))
          .hasSize(source.split("@Message\\(", -1).length - 1);
    }
  }

  @Test
  void idsAreUniqueAndWithinTheRangeOfTheirLogger() {
    assertThat(all().stream().collect(groupingBy(Message::id)).values())
        .allSatisfy(sameId -> assertThat(sameId).hasSize(1));
    List<int[]> ranges = new ArrayList<>();
    for (Path logger : loggers()) {
      String source = Checkout.text(logger);
      List<int[]> own =
          RANGE.matcher(source).results().map(LogMessagesDocumentTest::range).toList();
      assertThat(own).as("@ValidIdRange of %s", Checkout.simpleName(logger)).hasSize(1);
      int[] range = own.get(0);
      assertThat(messages(source))
          .extracting(message -> Integer.parseInt(message.id().substring(4)))
          .allSatisfy(id -> assertThat(id).isBetween(range[0], range[1]));
      assertThat(ranges)
          .as("ranges beside that of %s", Checkout.simpleName(logger))
          .noneSatisfy(
              other ->
                  assertThat(other[0] <= range[1] && range[0] <= other[1]).as("overlap").isTrue());
      ranges.add(range);
    }
  }

  private static int[] range(MatchResult found) {
    return new int[] {Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))};
  }

  @Test
  void theDocumentListsExactlyTheMessagesThatAreLogged() {
    assertThat(documented())
        .extracting(row -> new Message(row.cell(0), row.cell(1), row.cell(2)))
        .containsExactlyInAnyOrderElementsOf(all());
  }

  @Test
  void theDocumentSaysOfEachMessageItsCauseAndRemedy() {
    assertThat(documented())
        .allSatisfy(
            row -> {
              assertThat(row.cell(3)).as("cause of %s", row.cell(0)).isNotBlank();
              assertThat(row.cell(4)).as("remedy of %s", row.cell(0)).isNotBlank();
            });
  }
}
