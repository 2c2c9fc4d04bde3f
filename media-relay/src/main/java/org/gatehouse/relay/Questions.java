package org.gatehouse.relay;

import java.util.function.Consumer;
import java.util.function.Function;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.RelayAdmission;

/** The way to the authority, off the loop and back. */
interface Questions {

  /**
   * Puts a question.
   *
   * @param answer called once, on the loop
   */
  <G> void ask(
      Function<? super RelayAdmission, Admission<G>> question, Consumer<Admission<G>> answer);
}
