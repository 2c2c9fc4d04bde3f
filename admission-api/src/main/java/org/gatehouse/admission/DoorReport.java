package org.gatehouse.admission;

import java.util.Map;

/** Tells what the doors of a connector are, as the administered object of its resource adapter. */
public interface DoorReport {

  /** The state of each door by its name, as people read it. */
  Map<String, String> doors();
}
