package org.hubfleet.capability.network;

import java.util.Optional;
import org.hubfleet.model.Cluster;
import org.hubfleet.shelf.Provider;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * What enforces the network policies of a cluster.
 *
 * @param name as cluster files say it; absent where neither the file nor its provider tells
 * @param facts of {@code engines.yaml}; an empty map for an unknown one
 */
record Engine(Optional<Scalar> name, Mapping facts) {
  static Engine of(Cluster cluster, Provider provider, Mapping engines) {
    Optional<Scalar> name =
        cluster
            .fact("network.engine")
            .flatMap(Node::scalar)
            .or(() -> provider.fact("engine").flatMap(Node::scalar));
    Mapping facts =
        name.flatMap(text -> engines.get(text.text()))
            .flatMap(Node::mapping)
            .orElse(Mapping.empty(engines.origin()));
    return new Engine(name, facts);
  }

  /** Whether it is known that nothing enforces them. */
  boolean isNone() {
    return facts.get("enforces").flatMap(Node::scalar).filter(s -> !s.isTrue()).isPresent();
  }

  /** The form of the rules in which it speaks of domains. */
  Optional<String> form() {
    return facts.at("domains.form").flatMap(Node::string);
  }

  /** Whether a plain rule for questions to name servers keeps it from learning addresses. */
  boolean seesNames() {
    return facts.at("domains.seesNames").filter(Node::isTrue).isPresent();
  }
}
