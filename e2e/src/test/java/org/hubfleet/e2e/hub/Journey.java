package org.hubfleet.e2e.hub;

/**
 * What is tried with one hub, from boot to end.
 *
 * @param name of the hub and what is tried, for the list of tests
 */
record Journey(String name, Steps steps) {
  /** The steps; they throw {@link AssertionError} where reality differs. */
  interface Steps {
    void take(Stage stage) throws Exception;
  }
}
