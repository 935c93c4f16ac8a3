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

  /**
   * Their names; controllers of Kubernetes only where they wrote into the spec or into data. The
   * claim that a volume is bound to is theirs to complete.
   */
  static Set<String> of(Node live) {
    Set<String> writers = new TreeSet<>();
    for (Node entry :
        live.at("metadata.managedFields").flatMap(Node::sequence).map(Sequence::items).stream()
            .flatMap(List::stream)
            .toList()) {
      String manager = FluxSet.text(entry, "manager");
      boolean isUsual = CONTROLLERS.contains(manager) && annotatesOrBinds(fields(entry));
      if (entry.get("subresource").isEmpty() && !isUsual) {
        writers.add(manager);
      }
    }
    return writers;
  }

  private static boolean annotatesOrBinds(Mapping fields) {
    Set<String> spec =
        fields
            .get("f:spec")
            .flatMap(Node::mapping)
            .map(all -> all.entries().keySet())
            .orElse(Set.of("f:claimRef"));
    return Set.of("f:metadata", "f:spec").containsAll(fields.entries().keySet())
        && spec.equals(Set.of("f:claimRef"));
  }

  private static Mapping fields(Node entry) {
    Optional<Mapping> fields = entry.get("fieldsV1").flatMap(Node::mapping);
    return fields.orElse(Mapping.empty(entry.origin()));
  }
}
