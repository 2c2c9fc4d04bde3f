package org.gatehouse.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Ready;
import org.gatehouse.connector.Opening.OpenDoor;
import org.junit.jupiter.api.Test;

class DoorsTest {
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final List<String> closed = new ArrayList<>();
  private final Doors doors = new Doors(Runnable::run, (delay, task) -> later.add(task));

  private Opening opens(String name) {
    return () ->
        CompletableFuture.completedFuture(new OpenDoor("127.0.0.1:1", () -> closed.add(name)));
  }

  private static Readiness ready() {
    return answer -> answer.accept(Admission.admitted(new Ready("memory"), "test"));
  }

  @Test
  void oneBusyPortLeavesTheOtherDoorOpenAndIsTriedAgain() {
    Deque<Opening> attempts = new ArrayDeque<>();
    attempts.add(
        () -> CompletableFuture.failedFuture(new IllegalStateException("Address already in use")));
    attempts.add(opens("Busy"));
    doors.plan("Busy", () -> attempts.remove().open());
    doors.plan("Free", opens("Free"));

    doors.start(ready());

    assertThat(doors.states())
        .containsEntry("Busy", new DoorState.Closed("Address already in use"))
        .containsEntry("Free", new DoorState.Open("127.0.0.1:1"));

    later.remove().run();

    assertThat(doors.states()).containsEntry("Busy", new DoorState.Open("127.0.0.1:1"));
  }

  @Test
  void staysClosedUntilTheAuthorityCanAnswer() {
    boolean[] up = {false};
    doors.plan("Sip", opens("Sip"));
    doors.start(
        answer ->
            answer.accept(
                up[0]
                    ? Admission.admitted(new Ready("memory"), "test")
                    : Admission.unavailable("the directory is down")));

    assertThat(doors.states().get("Sip"))
        .hasToString("closed: the authority cannot answer: the directory is down");

    up[0] = true;
    later.remove().run();

    assertThat(doors.states().get("Sip")).hasToString("open 127.0.0.1:1");
  }

  @Test
  void aWrongPropertyClosesItsOwnDoorOnly() {
    doors.plan("Free", opens("Free"));
    doors.wrong("Bad", new WrongValueException("externalBind", "x", "host:port"));
    doors.off("Unused");
    doors.start(ready());

    assertThat(doors.states().get("Bad"))
        .hasToString("closed: property externalBind is \"x\"; allowed: host:port");
    assertThat(doors.states().get("Free")).isInstanceOf(DoorState.Open.class);
    assertThat(doors.states().get("Unused")).isInstanceOf(DoorState.Off.class);
  }

  @Test
  void closesWhatIsOpenAndTriesNoMore() {
    doors.plan("Sip", opens("Sip"));
    doors.start(ready());
    doors.close();

    assertThat(closed).containsExactly("Sip");
    later.forEach(Runnable::run);
    assertThat(doors.states().get("Sip")).hasToString("closed: the connector was stopped");
  }

  @Test
  void showsDoorsAsTextsAndCountersAsNumbers() {
    doors.wrong("Bad", new WrongValueException("p", "v", "w"));
    ConnectorStatistics statistics =
        new ConnectorStatistics(doors, List.of(new Counter("Calls", "calls", () -> 7)));

    assertThat(statistics.getNames()).containsExactlyInAnyOrder("Calls", "DoorBad", "DoorsClosed");
    assertThat(statistics.getType("Calls")).isEqualTo(long.class);
    assertThat(statistics.getValue("Calls")).isEqualTo(7L);
    assertThat(statistics.getValue("DoorsClosed")).isEqualTo(1L);
    assertThat(statistics.getValue("DoorBad")).asString().startsWith("closed: property p");
  }

  @Test
  void readsAddressesAndSaysWhatIsAllowed() throws Exception {
    assertThat(Settings.address("bind", "[::1]:5060").getPort()).isEqualTo(5060);
    assertThat(Settings.address("bind", "127.0.0.1:0").getPort()).isZero();
    for (String wrong : List.of("5060", "127.0.0.1:", "127.0.0.1:70000", "::1:5060x", "")) {
      assertThatThrownBy(() -> Settings.address("bind", wrong))
          .as(wrong)
          .hasMessageContaining("property bind is \"" + wrong);
    }
  }
}
