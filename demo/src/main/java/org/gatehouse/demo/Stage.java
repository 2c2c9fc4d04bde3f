package org.gatehouse.demo;

/** Where the actors show what they do. */
public interface Stage {

  /** Something goes to a door, such as {@code 5060/udp}. */
  void sent(String door, String what);

  /** Something comes from a door. */
  void received(String door, String what);

  /** A stage that nobody watches. */
  static Stage dark() {
    return new Stage() {
      @Override
      public void sent(String door, String what) {}

      @Override
      public void received(String door, String what) {}
    };
  }
}
