package org.hubfleet.shelf;

import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * What is known of whoever runs the machines of a cluster: facts that the rest of the house asks
 * for, never a reason to branch.
 *
 * @param name as cluster files say it, such as {@code gke}
 * @param facts the tree of {@code providers/<name>.yaml}
 * @param machines the types of {@code machines/<name>.yaml} by name; empty where nobody lists them
 */
public record Provider(String name, Mapping facts, Mapping machines) {
  /** A fact by its dotted path. */
  public Optional<Node> fact(String dotted) {
    return facts.at(dotted);
  }

  /** A text by its dotted path. */
  public Optional<String> text(String dotted) {
    return fact(dotted).flatMap(Node::string);
  }

  /** The entries of a map of facts; empty where there is none. */
  public Map<String, Mapping.Entry> entries(String dotted) {
    return fact(dotted).flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of());
  }

  /** What the table says of a machine type. */
  public Optional<Mapping> machine(String type) {
    return machines.get(type).flatMap(Node::mapping);
  }
}
