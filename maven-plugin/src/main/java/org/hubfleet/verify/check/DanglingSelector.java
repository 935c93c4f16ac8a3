package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Node;
import org.hubfleet.verify.object.Complaint;

/**
 * A Service, network policy or disruption budget that selects none of the hub's pods: it would do
 * nothing, without a word.
 */
final class DanglingSelector implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/dangling-selector");
  private static final Map<String, String> SELECTORS =
      Map.of(
          "Service", "spec.selector",
          "NetworkPolicy", "spec.podSelector",
          "PodDisruptionBudget", "spec.selector");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    List<Pod> pods = objects.pods();
    List<Diagnostic> found = new ArrayList<>();
    for (Manifest manifest : objects.manifests()) {
      Optional<Node> tree =
          Optional.ofNullable(SELECTORS.get(manifest.kind())).flatMap(manifest.object()::at);
      Optional<Selector> selector = tree.map(node -> selector(manifest, node));
      if (selector.isPresent()
          && !selector.get().isEmpty()
          && pods.stream().noneMatch(selector.get()::matches)) {
        found.add(
            Complaint.error(
                objects.hub(),
                tree.get().origin(),
                RULE,
                manifest.id() + " selects no pod: none has the labels " + selector.get()));
      }
    }
    return found;
  }

  private static Selector selector(Manifest manifest, Node node) {
    return manifest.kind().equals("Service")
        ? Selector.plain(node.mapping().orElseThrow())
        : Selector.of(node.mapping().orElseThrow());
  }
}
