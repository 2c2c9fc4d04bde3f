package org.gatehouse.demo;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What the demonstration needs in the directory, under names that are its own. */
final class Preparation implements AutoCloseable {
  private static final String DOMAIN = "localhost";
  private static final int FILE_LENGTH = 1 << 20;

  private final Operator operator;
  private final String name = "demo-" + Randoms.token(6);
  private final Account alice = account("alice");
  private final Account bob = account("bob");
  private final byte[] file = Randoms.octets(FILE_LENGTH);
  private final Deque<String> added = new ArrayDeque<>();
  private @Nullable InsideFiles inside;
  private @Nullable String sessionKey;

  Preparation(Operator operator) {
    this.operator = operator;
  }

  private Account account(String who) {
    return new Account("demo-" + who + name.substring("demo".length()), DOMAIN, Randoms.token(20));
  }

  void add() throws IOException, InterruptedException {
    if (!operator.domains().contains(DOMAIN)) {
      throw new IOException(
          "the directory has no domain "
              + DOMAIN
              + "; add it with 'gatehouse domain add "
              + DOMAIN
              + "'");
    }
    added.push("users/" + alice.aor());
    operator.addUser(alice);
    added.push("users/" + bob.aor());
    operator.addUser(bob);
    added.push("meeting-servers/" + name);
    operator.putMeetingServer(name);
    added.push("conferences/" + name);
    operator.putConference(name, name);
    sessionKey = operator.issueKey(name, alice);
    inside = new InsideFiles(path(), file);
    added.push("resources/" + name);
    operator.publish(name, "/" + name + "/", inside.origin());
  }

  Account alice() {
    return alice;
  }

  Account bob() {
    return bob;
  }

  /** The name of the meeting server, the conference and the published resource. */
  String name() {
    return name;
  }

  /** Alice's session key. */
  String sessionKey() throws IOException {
    if (sessionKey == null) {
      throw new IOException("no session key was issued");
    }
    return sessionKey;
  }

  /** The path of the published file. */
  String path() {
    return "/" + name + "/addressbook.bin";
  }

  byte[] file() {
    return file.clone();
  }

  /** Removes what was added, the last first; goes on after a failure and tells the first. */
  void remove() throws IOException, InterruptedException {
    IOException first = null;
    while (!added.isEmpty()) {
      try {
        operator.remove(added.pop());
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  @Override
  public void close() {
    if (inside != null) {
      inside.close();
    }
  }
}
