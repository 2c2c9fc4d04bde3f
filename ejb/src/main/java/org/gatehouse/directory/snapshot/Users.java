package org.gatehouse.directory.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The users, found by what a client may send as its user name. */
public final class Users {
  private final Map<String, List<KnownUser>> byName;
  private final int count;

  public Users(Collection<KnownUser> users) {
    Map<String, List<KnownUser>> names = new HashMap<>();
    for (KnownUser user : users) {
      names.computeIfAbsent(user.aor(), n -> new ArrayList<>(1)).add(user);
      names.computeIfAbsent(user.username(), n -> new ArrayList<>(1)).add(user);
    }
    names.replaceAll((name, found) -> List.copyOf(found));
    this.byName = Map.copyOf(names);
    this.count = users.size();
  }

  /**
   * The users that a name of the wire may mean: {@code user@domain}, or {@code user} alone, which
   * several domains may have.
   */
  public List<KnownUser> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** How many users there are. */
  public int count() {
    return count;
  }
}
