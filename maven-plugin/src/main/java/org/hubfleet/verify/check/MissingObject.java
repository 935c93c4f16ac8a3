package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.schema.Nearest;
import org.hubfleet.verify.object.Complaint;

/** A field names an object that is neither emitted nor expected; its pod would wait for ever. */
final class MissingObject implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/missing-object");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    Inventory inventory = objects.inventory();
    Map<List<Object>, List<Reference>> byValue = new LinkedHashMap<>();
    for (Reference reference : objects.references()) {
      if (!inventory.has(reference.kind(), reference.name())) {
        List<Object> value =
            List.of(reference.kind(), reference.name(), reference.origin().place());
        byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(reference);
      }
    }
    return byValue.values().stream()
        .map(references -> problem(references, inventory, objects.blueprint()))
        .toList();
  }

  /** One value may reach many objects; it is told once. */
  private static Diagnostic problem(
      List<Reference> references, Inventory inventory, Blueprint blueprint) {
    Reference reference = references.get(0);
    long others = references.stream().map(Reference::owner).distinct().count() - 1;
    Optional<String> near =
        Nearest.to(reference.name(), inventory.names(reference.kind()))
            .map(name -> "did you mean \"" + name + "\"? ");
    return Complaint.error(
            blueprint.hub(),
            reference.origin(),
            RULE,
            reference.owner()
                + (others == 0 ? " refers" : " and " + others + " more refer")
                + " to the "
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
