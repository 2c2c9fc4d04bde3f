package org.gatehouse.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that were asked for a short while ago, so that a flood of one user's requests is one
 * question; a user who was removed is unknown here too once that while has passed.
 */
final class CredentialCache {
  private record Known(LongTermKeys keys, Instant until) {}

  private final Map<String, Known> users = new LinkedHashMap<>();
  private final Duration age;
  private final int most;

  /**
   * @param age for which an answer is used again
   * @param most users at one time; the oldest gives way
   */
  CredentialCache(Duration age, int most) {
    this.age = age;
    this.most = most;
  }

  @Nullable LongTermKeys find(String username, Instant now) {
    Known known = users.get(username);
    if (known != null && !now.isBefore(known.until())) {
      remove(username);
      return null;
    }
    return known == null ? null : known.keys();
  }

  void put(String username, LongTermKeys keys, Instant now) {
    remove(username);
    if (users.size() >= most) {
      Iterator<Known> oldest = users.values().iterator();
      oldest.next().keys().wipe();
      oldest.remove();
    }
    users.put(username, new Known(keys, now.plus(age)));
  }

  void remove(String username) {
    Known known = users.remove(username);
    if (known != null) {
      known.keys().wipe();
    }
  }
}
