package org.gatehouse.operations;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects which members a body lacks. */
final class Members {
  private final List<String> missing = new ArrayList<>();

  /** Wants a member to be there. */
  Members want(String name, @Nullable Object value) {
    if (value == null) {
      missing.add(name);
    }
    return this;
  }

  /** Those that are not, in the order in which they were wanted. */
  List<String> missing() {
    return List.copyOf(missing);
  }
}
