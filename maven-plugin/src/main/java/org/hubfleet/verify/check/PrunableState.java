package org.hubfleet.verify.check;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.verify.object.Complaint;

/**
 * An object that holds people's work, or the namespace around it, lacks the annotation that keeps
 * Flux from removing it with its hub.
 */
final class PrunableState implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("flux/prunable-state");
  private static final String PRUNE = "kustomize.toolkit.fluxcd.io/prune";

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    return objects.manifests().stream()
        .filter(manifest -> !manifest.kind().equals("StatefulSet"))
        .filter(manifest -> State.of(objects.blueprint(), manifest) != State.NONE)
        .filter(manifest -> !prune(manifest).flatMap(Node::string).equals(Optional.of("disabled")))
        .map(manifest -> problem(objects.blueprint(), manifest))
        .toList();
  }

  private static Optional<Node> prune(Manifest manifest) {
    return annotations(manifest)
        .map(Mapping::entries)
        .map(annotations -> annotations.get(PRUNE))
        .map(Mapping.Entry::value);
  }

  private static Optional<Mapping> annotations(Manifest manifest) {
    return manifest.object().at("metadata.annotations").flatMap(Node::mapping);
  }

  private static Diagnostic problem(Blueprint blueprint, Manifest manifest) {
    Node told = prune(manifest).orElse(annotations(manifest).orElse(manifest.object()));
    return Complaint.error(
            blueprint.hub(),
            told.origin(),
            RULE,
            manifest.id()
                + " would be deleted with its hub, and with it "
                + State.of(blueprint, manifest).holds())
        .hint("keep the annotation " + PRUNE + ": disabled");
  }
}
