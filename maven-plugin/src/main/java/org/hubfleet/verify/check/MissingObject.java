package org.hubfleet.verify.check;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.render.Manifest;
import org.hubfleet.schema.Nearest;
import org.hubfleet.verify.object.Complaint;

/** A field names an object that is neither emitted nor expected; its pod would wait for ever. */
final class MissingObject implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/missing-object");

  @Override
  public List<Diagnostic> inspect(Blueprint blueprint, List<Manifest> manifests) {
    Inventory inventory = Inventory.of(blueprint, manifests);
    return Reference.of(blueprint, manifests).stream()
        .filter(reference -> !inventory.has(reference.kind(), reference.name()))
        .map(reference -> problem(reference, inventory, blueprint))
        .toList();
  }

  private static Diagnostic problem(Reference reference, Inventory inventory, Blueprint blueprint) {
    Optional<String> near =
        Nearest.to(reference.name(), inventory.names(reference.kind()))
            .map(name -> "did you mean \"" + name + "\"? ");
    return Complaint.error(
            blueprint.hub(),
            reference.origin(),
            RULE,
            reference.owner()
                + " refers to the "
                + reference.kind()
                + " \""
                + reference.name()
                + "\" in "
                + reference.path()
                + ", which is neither emitted nor expected")
        .hint(
            near.orElse("")
                + "if others make it, write \"expects: [{kind: "
                + reference.kind()
                + ", name: "
                + reference.name()
                + "}]\" in "
                + blueprint.hub().file());
  }
}
