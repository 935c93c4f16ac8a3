package org.hubfleet.author;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/** A single value of a tree and where in the tree it stands. */
record Leaf(ValuePath path, Scalar value) {
  /** All single values of a tree, in its order, with paths that start at the path given. */
  static List<Leaf> of(Node tree, ValuePath path) {
    List<Leaf> found = new ArrayList<>();
    collect(tree, path, found);
    return found;
  }

  private static void collect(Node node, ValuePath path, List<Leaf> found) {
    if (node instanceof Scalar scalar) {
      found.add(new Leaf(path, scalar));
    } else if (node instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        collect(sequence.items().get(i), path.index(i), found);
      }
    } else if (node instanceof Mapping mapping) {
      for (Map.Entry<String, Mapping.Entry> entry : mapping.entries().entrySet()) {
        collect(entry.getValue().value(), path.key(entry.getKey()), found);
      }
    }
  }

  /** Every place the value was made from, its own first. */
  Set<Place> places() {
    Set<Place> places = new LinkedHashSet<>();
    collect(value.origin(), places);
    return places;
  }

  private static void collect(Origin origin, Set<Place> places) {
    if (places.add(origin.place())) {
      origin.also().forEach(other -> collect(other, places));
    }
  }
}
