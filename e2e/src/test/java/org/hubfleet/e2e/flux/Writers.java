package org.hubfleet.e2e.flux;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;

/** Who wrote the fields of an object that is not its status, by its managed fields. */
final class Writers {
  /** Nobody but Flux. */
  static final Set<String> FLUX_ALONE = Set.of("kustomize-controller");

  private static final Set<String> CONTROLLERS = Set.of("kube-controller-manager");

  private Writers() {}

  /** Their names; controllers of Kubernetes only where they wrote into the spec or into data. */
  static Set<String> of(Node live) {
    Set<String> writers = new TreeSet<>();
    for (Node entry :
        live.at("metadata.managedFields").flatMap(Node::sequence).map(Sequence::items).stream()
            .flatMap(List::stream)
            .toList()) {
      String manager = FluxSet.text(entry, "manager");
      boolean annotatesOnly =
          CONTROLLERS.contains(manager)
              && fields(entry).entries().keySet().equals(Set.of("f:metadata"));
      if (entry.get("subresource").isEmpty() && !annotatesOnly) {
        writers.add(manager);
      }
    }
    return writers;
  }

  private static Mapping fields(Node entry) {
    Optional<Mapping> fields = entry.get("fieldsV1").flatMap(Node::mapping);
    return fields.orElse(Mapping.empty(entry.origin()));
  }
}
