package org.gatehouse.sipconnector;

import java.util.function.Consumer;
import java.util.function.Function;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.SipAdmission;

/** The way to the bean that decides; answers arrive on the loop of the elements. */
public interface Questions {

  /** Puts a question; the answer comes once, whatever happens. */
  <G> void ask(Function<SipAdmission, Admission<G>> question, Consumer<Admission<G>> answer);
}
