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
 * An object that holds people's work carries the annotation with which Flux deletes and makes an
 * object anew when a field of it cannot change; it does so even where pruning is disabled.
 */
final class ForceNearState implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("flux/force-near-state");
  private static final String FORCE = "kustomize.toolkit.fluxcd.io/force";

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    return objects.manifests().stream()
        .filter(manifest -> State.of(objects.blueprint(), manifest) != State.NONE)
        .flatMap(
            manifest ->
                force(manifest).map(at -> problem(objects.blueprint(), manifest, at)).stream())
        .toList();
  }

  private static Optional<Node> force(Manifest manifest) {
    return manifest
        .object()
        .at("metadata.annotations")
        .flatMap(Node::mapping)
        .map(Mapping::entries)
        .map(annotations -> annotations.get(FORCE))
        .map(Mapping.Entry::value)
        .filter(value -> value.string().filter("enabled"::equalsIgnoreCase).isPresent());
  }

  private static Diagnostic problem(Blueprint blueprint, Manifest manifest, Node at) {
    return Complaint.error(
            blueprint.hub(),
            at.origin(),
            RULE,
            manifest.id()
                + " may be deleted and made anew by Flux, and with it "
                + State.of(blueprint, manifest).holds())
        .hint("leave out the annotation " + FORCE);
  }
}
