package org.gatehouse;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The environment variables that the CLI scripts, the Java sources and the launcher read, and the
 * properties of the resource adapters.
 */
final class SettingsInUse {
  private static final String CLI = "wildfly-config/src/main/cli";
  private static final Pattern IN_CLI = Pattern.compile("\\$\\{env\\.(GATEHOUSE_\\w+):");
  private static final Pattern IN_LAUNCHER = Pattern.compile("\\$\\{(GATEHOUSE_\\w+):[-=]");
  private static final Pattern IN_JAVA =
      Pattern.compile(
          "\"(GATEHOUSE_\\w+)\"(?:,\\s*(?:\"([^\"]*)\"|([0-9_]+)(?: << ([0-9]+))?)\\s*[,)])?");
  private static final Pattern CONFIG_PROPERTY =
      Pattern.compile(
          "@ConfigProperty\\(\\s*defaultValue = \"([^\"]*)\".*?private String (\\w+) =\\s*\"([^\"]*)\";",
          Pattern.DOTALL);
  private static final Pattern DEFINED_PROPERTY =
      Pattern.compile(
          "resource-adapter=([\\w-]+)/config-properties=(\\w+):add\\(value=\"\\$\\{env\\.(\\w+):([^}]*)}\"\\)");

  private SettingsInUse() {}

  /**
   * A property of a resource adapter.
   *
   * @param variable that sets it in the management model
   */
  record Property(String adapter, String name, String variable, String byDefault) {}

  /** Every variable with every default that it has somewhere. */
  static Map<String, Set<String>> variables() {
    Map<String, Set<String>> found = new TreeMap<>();
    Checkout.files(Checkout.ROOT.resolve(CLI), ".cli")
        .forEach(script -> addAll(found, IN_CLI, Checkout.text(script)));
    Map<String, Set<String>> ofLauncher = new TreeMap<>();
    addAll(ofLauncher, IN_LAUNCHER, Checkout.text("gatehouse"));
    ofLauncher.forEach(
        (name, values) ->
            values.forEach(value -> add(found, name, launcherValue(value, ofLauncher))));
    Checkout.sources("src/main/java")
        .forEach(
            source ->
                IN_JAVA
                    .matcher(Checkout.text(source))
                    .results()
                    .forEach(match -> addJava(found, match)));
    return found;
  }

  private static void addAll(Map<String, Set<String>> found, Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      add(found, matcher.group(1), text.substring(matcher.end(), closing(text, matcher.end())));
    }
  }

  /** The index of the brace that closes what was opened before {@code start}. */
  private static int closing(String text, int start) {
    int depth = 1;
    for (int i = start; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("no closing brace after " + text.substring(start));
  }

  /** What a default of the launcher is without a port offset. */
  private static String launcherValue(String value, Map<String, Set<String>> ofLauncher) {
    String plain = value.replaceAll("\\$\\(port (\\d+)\\)", "$1").replace("$root/", "");
    return Pattern.compile("\\$(GATEHOUSE_\\w+)")
        .matcher(plain)
        .replaceAll(
            match -> launcherValue(ofLauncher.get(match.group(1)).iterator().next(), ofLauncher));
  }

  private static void addJava(Map<String, Set<String>> found, MatchResult match) {
    String name = match.group(1);
    found.computeIfAbsent(name, n -> new LinkedHashSet<>());
    if (match.group(2) != null) {
      add(found, name, match.group(2));
    } else if (match.group(3) != null) {
      long number = Long.parseLong(match.group(3).replace("_", ""));
      long value = number << (match.group(4) == null ? 0 : Integer.parseInt(match.group(4)));
      // of an address, the number is a port on loopback
      add(found, name, name.endsWith("_BIND") ? "127.0.0.1:" + value : String.valueOf(value));
    }
  }

  private static void add(Map<String, Set<String>> found, String name, String value) {
    found.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(value);
  }

  /** The properties as the CLI script defines them. */
  static Set<Property> definedProperties() {
    return DEFINED_PROPERTY
        .matcher(Checkout.text(CLI + "/resource-adapters.cli"))
        .results()
        .map(m -> new Property(m.group(1), m.group(2), m.group(3), m.group(4)))
        .collect(Collectors.toSet());
  }

  /** {@code adapter name=default} of each property that an adapter has. */
  static Set<String> adapterProperties() {
    Set<String> found = new TreeSet<>();
    Checkout.modules()
        .forEach(
            module ->
                Checkout.files(module, "ResourceAdapter.java")
                    .forEach(
                        source ->
                            CONFIG_PROPERTY
                                .matcher(Checkout.text(source))
                                .results()
                                .forEach(m -> found.add(property(module.getFileName(), m)))));
    return found;
  }

  private static String property(Object adapter, MatchResult match) {
    if (!match.group(1).equals(match.group(3))) {
      throw new IllegalStateException(match.group(2) + " begins with another value than declared");
    }
    return adapter + " " + match.group(2) + "=" + match.group(1);
  }
}
