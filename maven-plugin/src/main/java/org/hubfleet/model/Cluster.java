package org.hubfleet.model;

import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * The contract of one cluster.
 *
 * @param minor of Kubernetes, such as {@code 1.35}; one that has a bundle of schemas
 * @param tree of its file, and what the fleet says for every cluster under {@code policy}, {@code
 *     deployment} and {@code flux}
 */
public record Cluster(String name, String provider, String minor, Mapping tree) {
  /** A fact by its dotted path in the cluster's file. */
  public Optional<Node> fact(String dotted) {
    return tree.at(dotted);
  }

  /** The same cluster with another tree. */
  Cluster saying(Mapping other) {
    return new Cluster(name, provider, minor, other);
  }

  /** Whether the file has that key in a shape that was reported, so that nothing is known of it. */
  public boolean isBroken(String key) {
    return SoundKeys.isBroken(tree, key);
  }

  /** Whether it accepts what production does not. */
  public boolean isTest() {
    return fact("purpose").flatMap(Node::string).filter("test"::equals).isPresent();
  }
}
