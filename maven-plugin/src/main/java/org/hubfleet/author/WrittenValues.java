package org.hubfleet.author;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;
import org.hubfleet.source.ValuePath;

/** What stands at a place of {@code config/} or of our own shelves. */
final class WrittenValues {
  private static final String SHELF = "shelf/";

  private final Sources sources;
  private final Shelf shelf;
  private final Map<String, Map<Place, Scalar>> files = new HashMap<>();

  WrittenValues(Sources sources, Shelf shelf) {
    this.sources = sources;
    this.shelf = shelf;
  }

  /** The single value that starts at the place; absent for maps, lists and unknown places. */
  Optional<Scalar> at(Place place) {
    return Optional.ofNullable(files.computeIfAbsent(place.file(), this::values).get(place));
  }

  private Map<Place, Scalar> values(String file) {
    Map<Place, Scalar> found = new HashMap<>();
    tree(file)
        .ifPresent(
            tree ->
                Leaf.of(tree, ValuePath.ROOT)
                    .forEach(leaf -> found.put(leaf.value().origin().place(), leaf.value())));
    return found;
  }

  private Optional<Node> tree(String file) {
    boolean ofValues = file.endsWith("/defaults.yaml") || file.endsWith("/distribution.yaml");
    if (file.startsWith(SHELF) && ofValues) {
      return Optional.of(shelf.tree(file.substring(SHELF.length()), Layer.UPSTREAM));
    }
    return sources.at(file).flatMap(SourceFile::tree);
  }
}
