package org.hubfleet.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.Extension;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;

/** Finds extensions that declare what no layer writes and no secret fills. */
final class UnusedExtension {
  private static final RuleName RULE = RuleName.of("values/unused-extension");

  private UnusedExtension() {}

  static List<Diagnostic> inspect(List<Layered> layers) {
    Set<Extension> used = new HashSet<>();
    for (Layered layered : layers) {
      for (Extension extension : layered.extensions()) {
        if (!used.contains(extension) && isUsed(extension, layered)) {
          used.add(extension);
        }
      }
      // What the fleet or a community sets may be declared by a hub that is built on it.
      layered.hubs().stream()
          .flatMap(hub -> Layered.extensions(Optional.of(hub.tree())).stream())
          .filter(extension -> !used.contains(extension) && isUsed(extension, layered))
          .forEach(used::add);
    }
    List<Diagnostic> found = new ArrayList<>();
    for (Layered layered : layers) {
      for (Extension extension : layered.own()) {
        if (!used.contains(extension)) {
          found.add(
              Diagnostic.warning(
                      extension.place(), RULE, "nothing is set at " + extension.pattern())
                  .hint("remove the line, or mend its path"));
        }
      }
    }
    return found;
  }

  private static boolean isUsed(Extension extension, Layered layered) {
    return layered.values().stream().anyMatch(extension::isUsedIn)
        || layered.hubs().stream().anyMatch(hub -> fills(extension, hub));
  }

  private static boolean fills(Extension extension, Hub hub) {
    return hub.tree().get("secrets").flatMap(Node::mapping).stream()
        .map(Mapping::entries)
        .flatMap(entries -> entries.keySet().stream())
        .flatMap(path -> ValuePath.parse(path).stream())
        .anyMatch(path -> extension.isAround(path));
  }
}
