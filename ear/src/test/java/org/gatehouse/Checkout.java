package org.gatehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of this repository, for tests that hold it as a whole. */
final class Checkout {
  static final Path ROOT =
      Path.of(
          Objects.requireNonNull(
              System.getProperty("gatehouse.root"), "-Dgatehouse.root must name the checkout"));

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private Checkout() {}

  /** Every module that the poms name, parents included. */
  static List<Path> modules() {
    return modulesBelow(ROOT);
  }

  private static List<Path> modulesBelow(Path parent) {
    List<Path> found = new ArrayList<>();
    Matcher matcher = MODULE.matcher(text(parent.resolve("pom.xml")));
    while (matcher.find()) {
      Path module = parent.resolve(matcher.group(1));
      found.add(module);
      found.addAll(modulesBelow(module));
    }
    return found;
  }

  /** The Java sources below {@code folder} of every module, such as {@code src/main/java}. */
  static List<Path> sources(String folder) {
    return modules().stream()
        .map(module -> module.resolve(folder))
        .filter(Files::isDirectory)
        .flatMap(directory -> files(directory, ".java").stream())
        .toList();
  }

  /** The files below a folder whose name ends so, in the order of their names. */
  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file, its name relative to the root. */
  static String text(String name) {
    return text(ROOT.resolve(name));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String simpleName(Path source) {
    return source.getFileName().toString().replace(".java", "");
  }
}
