package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Mapping;
import org.hubfleet.verify.object.Complaint;

/** A field or a {@code secrets:} line names a key that its ConfigMap or Secret does not have. */
final class MissingKey implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/missing-key");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    Inventory inventory = objects.inventory();
    List<Reference> references = new ArrayList<>();
    for (Map.Entry<String, Mapping.Entry> line :
        Pod.map(objects.hub().tree(), "secrets").entries().entrySet()) {
      Reference.at(
              "the secrets line", line.getKey(), "Secret", line.getValue().value().get("secret"))
          .map(reference -> reference.key(line.getValue().value().get("key")))
          .ifPresent(references::add);
    }
    references.addAll(objects.references());
    Map<Place, Diagnostic> found = new LinkedHashMap<>();
    for (Reference reference : references) {
      Optional<Set<String>> known = inventory.keysOf(reference.kind(), reference.name());
      for (Reference.Key key : reference.keys()) {
        if (known.isPresent() && !known.get().contains(key.name())) {
          // One value may reach many objects; it is told once.
          found.putIfAbsent(
              key.origin().place(), problem(reference, key, known.get(), objects.blueprint()));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static Diagnostic problem(
      Reference reference, Reference.Key key, Set<String> known, Blueprint blueprint) {
    String has = known.isEmpty() ? "it has no keys" : "its keys are " + String.join(", ", known);
    return Complaint.error(
            blueprint.hub(),
            key.origin(),
            RULE,
            "the "
                + reference.kind()
                + " \""
                + reference.name()
                + "\" has no key \""
                + key.name()
                + "\", which "
                + reference.owner()
                + " reads for "
                + reference.path())
        .hint(
            Nearest.to(key.name(), known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse(has));
  }
}
