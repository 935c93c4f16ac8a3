package org.hubfleet.author;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;

/** Which traits and which fields of which objects are made from the value at a place. */
final class Reach {
  private final Map<Place, Set<Explained.Target>> targets = new HashMap<>();

  /** What a hub's values reach. */
  Reach(Blueprint blueprint, List<Manifest> manifests) {
    blueprint.context().get("traits").ifPresent(traits -> add("trait", traits));
    manifests.forEach(manifest -> add(manifest.id(), manifest.object()));
  }

  private void add(String owner, Node tree) {
    for (Leaf leaf : Leaf.of(tree, ValuePath.ROOT)) {
      Explained.Target target = new Explained.Target(owner, leaf.path().toString());
      for (Place place : leaf.places()) {
        targets.computeIfAbsent(place, p -> new LinkedHashSet<>()).add(target);
      }
    }
  }

  /** What the value at a place reaches, in the order of the objects; may be empty. */
  List<Explained.Target> of(Place place) {
    return List.copyOf(targets.getOrDefault(place, Set.of()));
  }
}
