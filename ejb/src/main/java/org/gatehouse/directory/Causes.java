package org.gatehouse.directory;

/** Says in one line why something failed. */
final class Causes {
  private static final int LONGEST = 300;

  private Causes() {}

  /** The message at the root, or the exception's name where it has none; one line, bounded. */
  static String of(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < 32; depth++) {
      root = root.getCause();
    }
    String message = root.getMessage();
    String text =
        message == null || message.isBlank()
            ? root.getClass().getSimpleName()
            : message.replaceAll("\\s+", " ").strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
