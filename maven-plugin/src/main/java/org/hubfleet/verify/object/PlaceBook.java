package org.hubfleet.verify.object;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;

/**
 * A tree whose places are page numbers of this book, so that a problem told at a place leads back
 * to the whole origin of the value.
 */
final class PlaceBook {
  private final List<Origin> pages = new ArrayList<>();
  private final List<Boolean> nulls = new ArrayList<>();
  private final Node tree;

  private PlaceBook(Node tree) {
    this.tree = numbered(tree);
  }

  static PlaceBook of(Node tree) {
    return new PlaceBook(tree);
  }

  /** The same values, each at a place of this book. */
  Node tree() {
    return tree;
  }

  /** The origin that stands on that page. */
  Origin origin(Place page) {
    return pages.get(page.line());
  }

  /** Whether the value of that page is null. */
  boolean isNull(Place page) {
    return nulls.get(page.line());
  }

  private Node numbered(Node node) {
    Origin page = page(node.origin(), node.isNull());
    if (node instanceof Mapping mapping) {
      Mapping.Builder copy = Mapping.builder(page);
      mapping
          .entries()
          .forEach(
              (key, entry) -> copy.put(key, page(entry.key(), false), numbered(entry.value())));
      return copy.build();
    }
    return node instanceof Sequence sequence
        ? Sequence.of(sequence.items().stream().map(this::numbered).toList(), page)
        : node.from(page);
  }

  private Origin page(Origin origin, boolean isNull) {
    pages.add(origin);
    nulls.add(isNull);
    return Origin.at(new Place("", pages.size() - 1, 0), Layer.COMPILER);
  }
}
