package org.gatehouse.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Ready;
import org.gatehouse.directory.Directory;
import org.gatehouse.directory.DirectoryReading;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private final Directory current =
      Snapshots.directory(new DirectoryReading.Current(Snapshots.SNAPSHOT), 0);

  @Test
  void isUnavailableWhileTheDirectoryIsMissing() {
    Directory missing = Snapshots.directory(new DirectoryReading.Missing("directory: down"), 0);

    assertThat(Answer.by(missing, "question", s -> Admission.admitted("yes", "rule")))
        .isEqualTo(Admission.unavailable("directory: down"));
  }

  @Test
  void turnsAFailureIntoUnavailable() {
    Admission<Ready> failed =
        Admission.unavailable("authority: java.lang.IllegalStateException: broken");

    assertThat(Answer.guarded(current::ready)).isEqualTo(failed);
    assertThat(
            Answer.<Ready>by(
                current,
                "question",
                s -> {
                  throw new IllegalStateException("broken");
                }))
        .isEqualTo(failed);
  }
}
