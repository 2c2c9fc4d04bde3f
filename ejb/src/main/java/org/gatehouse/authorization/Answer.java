package org.gatehouse.authorization;

import static org.gatehouse.authorization.AuthorizationLog.LOG;

import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.admission.Admission;
import org.gatehouse.directory.Directory;
import org.gatehouse.directory.DirectoryReading;
import org.gatehouse.directory.snapshot.DirectorySnapshot;

/** The edge of the beans: from here on there are answers only. */
final class Answer {
  private Answer() {}

  /** Decides by the current snapshot. */
  static <G> Admission<G> by(
      Directory directory, Object question, Function<DirectorySnapshot, Admission<G>> policy) {
    Admission<G> admission =
        guarded(
            () -> {
              DirectoryReading reading = directory.reading();
              if (reading instanceof DirectoryReading.Current current) {
                return policy.apply(current.snapshot());
              }
              return Admission.unavailable(((DirectoryReading.Missing) reading).cause());
            });
    LOG.debugf("%s: %s", question, admission);
    return admission;
  }

  /** Turns whatever fails into {@code Unavailable}. */
  static <G> Admission<G> guarded(Supplier<Admission<G>> answer) {
    try {
      return answer.get();
    } catch (Exception e) {
      LOG.answerFailed(e);
      return Admission.unavailable("authority: " + e);
    }
  }
}
