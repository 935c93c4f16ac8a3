package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.verify.object.Complaint;

/**
 * A workload whose selector does not match the labels of its own pods; the API server refuses it.
 */
final class SelectorMissesTemplate implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/selector-misses-template");
  private static final Set<String> KINDS =
      Set.of(
          "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    List<Diagnostic> found = new ArrayList<>();
    for (Manifest manifest : objects.manifests()) {
      Optional<Selector> selector =
          manifest.object().at("spec.selector").flatMap(Node::mapping).map(of(manifest));
      Optional<Pod> pod = Pod.emitted(manifest);
      if (KINDS.contains(manifest.kind())
          && selector.isPresent()
          && pod.isPresent()
          && !selector.get().matches(pod.get())) {
        found.add(
            Complaint.error(
                objects.hub(),
                pod.get().labels().origin(),
                RULE,
                manifest.id() + ": its pods lack the labels it selects, " + selector.get()));
      }
    }
    return found;
  }

  private static Function<Mapping, Selector> of(Manifest manifest) {
    return manifest.kind().equals("ReplicationController") ? Selector::plain : Selector::of;
  }
}
