package org.hubfleet.model;

import java.util.List;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * What is known of a cluster: its file, and what {@code fleet.yaml} says for every cluster. Of the
 * key {@code flux} each key that the file has replaces that of the fleet; {@code policy} and {@code
 * deployment} are the fleet's alone.
 */
final class ClusterFacts {
  private static final List<String> OF_THE_FLEET = List.of("policy", "deployment");
  private static final String FLUX = "flux";

  private ClusterFacts() {}

  static Mapping of(Mapping cluster, Mapping fleet) {
    Mapping facts = cluster;
    for (String key : OF_THE_FLEET) {
      Optional<Node> held = fleet.get(key);
      facts = held.isPresent() ? facts.with(key, held.get()) : facts;
    }
    Optional<Mapping> flux = fleet.get(FLUX).flatMap(Node::mapping);
    Mapping own = cluster.get(FLUX).flatMap(Node::mapping).orElse(Mapping.empty(cluster.origin()));
    return flux.isPresent() ? facts.with(FLUX, keyByKey(flux.get(), own)) : facts;
  }

  /** What stands in a cluster's tree without the keys that are the fleet's alone. */
  static Mapping own(Mapping tree) {
    Mapping own = tree;
    for (String key : OF_THE_FLEET) {
      own = own.without(key);
    }
    return own;
  }

  private static Mapping keyByKey(Mapping defaults, Mapping own) {
    Mapping.Builder both = Mapping.builder(defaults.origin());
    defaults.entries().forEach((key, entry) -> both.put(key, entry.key(), entry.value()));
    own.entries().forEach((key, entry) -> both.put(key, entry.key(), entry.value()));
    return both.build();
  }
}
