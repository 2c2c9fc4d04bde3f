package org.gatehouse.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One place where a test names a section.
 *
 * @param specification such as {@code RFC 3261}
 * @param section such as {@code 16.3} or {@code B.1}
 * @param detail what follows the section, such as {@code step 3}, or the empty text
 * @param test the simple class name and the method name, or the class name alone
 */
public record SpecReference(String specification, String section, String detail, String test) {

  private static final Pattern DECLARATION =
      Pattern.compile(
          "@Spec\\(\\s*\"([^\"]*)\"\\s*\\)|\\b(?:class|record)\\s+(\\w+)|\\bvoid\\s+(\\w+)\\s*\\(");
  private static final Pattern VALUE =
      Pattern.compile("(RFC \\d+|\\[MS-[A-Z]+]) §([0-9A-Z]+(?:\\.\\d+)*)(?:\\s+(.*))?");

  /**
   * Finds every {@link Spec} of one test source.
   *
   * @param simpleName the simple name of the class that the file declares
   * @throws IllegalArgumentException when a value has not the form that {@link Spec#value} asks for
   */
  public static List<SpecReference> findIn(String simpleName, String source) {
    List<SpecReference> found = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    Matcher matcher = DECLARATION.matcher(source);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        waiting.add(matcher.group(1));
      } else {
        String test = matcher.group(3) == null ? simpleName : simpleName + "." + matcher.group(3);
        waiting.forEach(value -> found.add(of(value, test)));
        waiting.clear();
      }
    }
    return List.copyOf(found);
  }

  private static SpecReference of(String value, String test) {
    Matcher matcher = VALUE.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "@Spec(\"" + value + "\") of " + test + " is not of the form RFC <number> §<section>");
    }
    String detail = matcher.group(3) == null ? "" : matcher.group(3);
    return new SpecReference(matcher.group(1), matcher.group(2), detail, test);
  }
}
