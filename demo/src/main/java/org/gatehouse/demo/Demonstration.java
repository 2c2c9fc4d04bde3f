package org.gatehouse.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Plays a call, a meeting and a download through a running server. {@code java
 * org.gatehouse.demo.Demonstration HOME OFFSET}; ends with 0 when all went well, 1 when a step
 * failed, 2 on wrong use.
 */
public final class Demonstration {
  private final Path home;
  private final Doors doors;
  private final Steps steps;

  private Demonstration(Path home, Doors doors, Steps steps) {
    this.home = home;
    this.doors = doors;
    this.steps = steps;
  }

  public static void main(String[] arguments) {
    System.exit(
        run(arguments, System.getenv(), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
  }

  /**
   * Plays and gives the exit code.
   *
   * @param arguments the server's home and its port offset
   * @param environment variables by name, as the launcher of the server knows them
   */
  public static int run(String[] arguments, Map<String, String> environment, PrintStream out) {
    if (arguments.length != 2 || !arguments[1].matches("[0-9]{1,5}")) {
      out.println("usage: Demonstration HOME OFFSET");
      return 2;
    }
    Doors doors = new Doors(Integer.parseInt(arguments[1]), environment);
    return new Demonstration(Path.of(arguments[0]), doors, new Steps(out)).play();
  }

  private int play() {
    try {
      SSLContext tls = ServerCertificate.of(home, doors).context();
      String password = Files.readString(home.resolve("operator.password")).strip();
      Operator operator = new Operator(doors.operationsApi(), password, tls, steps);
      try (Preparation prepared = new Preparation(operator);
          CallScene call = new CallScene(prepared, doors, steps)) {
        play(prepared, call, tls);
      }
    } catch (IOException e) {
      steps.step("Begin", () -> refuse(e));
    }
    String gatehouse = "gatehouse --home " + home;
    return steps.end("Look at '" + gatehouse + " status' and '" + gatehouse + " logs'.");
  }

  private void play(Preparation prepared, CallScene call, SSLContext tls) {
    MeetingScene meeting = new MeetingScene(prepared, doors, tls, steps);
    DownloadScene download = new DownloadScene(prepared, new Browser(doors.http(), steps));
    steps.step("The operator adds two users, a meeting and a published file", prepared::add);
    call.play(steps);
    steps.step("Of three meeting clients only the one with a session key enters", meeting::play);
    steps.step("An address book is downloaded from inside", download::play);
    steps.always("All leave; the operator removes what was added", () -> leave(call, prepared));
  }

  private static void leave(CallScene call, Preparation prepared)
      throws IOException, InterruptedException {
    try {
      call.leave();
    } finally {
      prepared.remove();
    }
  }

  private static void refuse(IOException why) throws IOException {
    throw why;
  }
}
