package org.gatehouse.admission;

/** Which side of the perimeter a listener faces. */
public enum Side {
  /** The Internet: nothing that arrives here is trusted. */
  EXTERNAL,
  /** The enterprise. */
  INTERNAL
}
