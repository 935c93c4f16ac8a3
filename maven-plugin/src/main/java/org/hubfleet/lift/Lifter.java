package org.hubfleet.lift;

import java.util.List;

/**
 * Guesses which lines of one capability say what overrides say. A guess may be wrong: it is tried
 * before anybody sees it.
 */
@FunctionalInterface
public interface Lifter {
  /** The guesses, each of lines that mean something by themselves; mostly none. */
  List<Proposal> propose(Told told);
}
