package org.gatehouse.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.authorization.Snapshots.OUTSIDE;
import static org.gatehouse.authorization.Snapshots.SNAPSHOT;

import org.gatehouse.admission.Admission;
import org.gatehouse.admission.HttpQuestion;
import org.gatehouse.admission.Publication;
import org.gatehouse.admission.Reason;
import org.junit.jupiter.api.Test;

class HttpPolicyTest {
  private static Admission<Publication> resource(String method, String path) {
    return HttpPolicy.resource(SNAPSHOT, new HttpQuestion(OUTSIDE, method, "example.com", path));
  }

  private static String rule(Admission<Publication> admission) {
    return ((Admission.Admitted<Publication>) admission).rule();
  }

  @Test
  void theLongestPrefixDecides() {
    assertThat(rule(resource("GET", "/files/a"))).isEqualTo("published files");
    assertThat(rule(resource("POST", "/files/drop/a"))).isEqualTo("published drop");
    assertThat(rule(resource("GET", "/files/dropped"))).isEqualTo("published files");
  }

  @Test
  void refusesAMethodThatIsNotListed() {
    assertThat(resource("GET", "/files/drop/a"))
        .isEqualTo(Admission.refused(Reason.METHOD_NOT_ALLOWED, "methods of drop"));
    assertThat(resource("get", "/files/a"))
        .isEqualTo(Admission.refused(Reason.METHOD_NOT_ALLOWED, "methods of files"));
  }

  @Test
  void aDisabledResourceIsNotPublishedByAShorterPrefix() {
    assertThat(resource("GET", "/files/old/a"))
        .isEqualTo(Admission.refused(Reason.NOT_PUBLISHED, "disabled old"));
  }

  @Test
  void whatHasNoPrefixIsNotPublished() {
    assertThat(resource("GET", "/file"))
        .isEqualTo(Admission.refused(Reason.NOT_PUBLISHED, "no-published-path"));
  }
}
