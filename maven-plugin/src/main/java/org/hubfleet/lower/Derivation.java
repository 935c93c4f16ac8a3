package org.hubfleet.lower;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.source.Node;

/**
 * Computes from a hub's values what templates print but must not think about: names, labels,
 * images, environment, network rules, traits. Pure: same values, same result; every node of it has
 * the origins of what it was computed from.
 */
public interface Derivation {
  /** The key below {@code context} under which the result stands. */
  String key();

  /** The result; problems go to the list. */
  Node derive(Values values, List<Diagnostic> problems);
}
