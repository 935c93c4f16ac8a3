package org.hubfleet.deploy;

/** Is told how far a deployment is. */
@FunctionalInterface
public interface Progress {
  /** What a deployment does, in order; from reading on again when somebody else was quicker. */
  enum Phase {
    READING,
    PLANNING,
    BUILDING,
    PUSHING,
    DONE
  }

  /** Tells nobody. */
  Progress SILENT = phase -> {};

  /** It begins that. */
  void at(Phase phase);
}
