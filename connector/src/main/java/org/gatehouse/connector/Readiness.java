package org.gatehouse.connector;

import java.util.function.Consumer;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Ready;

/** Asks whether the authority can answer; the answer arrives on the owner of the doors. */
@FunctionalInterface
public interface Readiness {
  void ask(Consumer<Admission<Ready>> answer);
}
