package org.hubfleet.author;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.ValuePath;

/** The path of what stands at a place; of a map's first key where a map starts. */
final class PlaceIndex {
  private final Map<Place, ValuePath> paths = new HashMap<>();

  PlaceIndex(Mapping tree) {
    TreeEdit.visit(
        tree,
        ValuePath.ROOT,
        (path, node) -> {
          paths.putIfAbsent(node.origin().place(), path);
          node.mapping()
              .ifPresent(
                  map ->
                      map.entries().forEach((key, e) -> paths.put(e.key().place(), path.key(key))));
        });
  }

  Optional<ValuePath> at(Place place) {
    return Optional.ofNullable(paths.get(place));
  }
}
