package org.hubfleet.lower;

import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * The plan for one hub: its effective values.
 *
 * @param values one tree with the roots {@code context} (who the hub is, names, facts of its
 *     cluster, and what was derived from the values) and {@code jupyterhub}; object templates read
 *     it and nothing else
 */
public record Blueprint(Hub hub, Mapping values) {
  /** The upstream values below {@code jupyterhub}. */
  public Mapping jupyterhub() {
    return values.get("jupyterhub").flatMap(Node::mapping).orElseThrow();
  }

  /** What the compiler knows and derived, below {@code context}. */
  public Mapping context() {
    return values.get("context").flatMap(Node::mapping).orElseThrow();
  }
}
