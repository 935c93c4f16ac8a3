package org.hubfleet.lower.check;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.Values;
import org.hubfleet.schema.Extension;
import org.hubfleet.shelf.TraitCatalogue;
import org.hubfleet.shelf.Vocabulary;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.Sources;

/**
 * What a check of one hub may look at.
 *
 * @param values effective, before anything was derived from them
 * @param extensions keys that the hub's own code reads
 * @param sources the files of the fleet
 */
record Checked(
    Values values,
    Vocabulary vocabulary,
    TraitCatalogue traits,
    List<Extension> extensions,
    Sources sources) {
  Checked {
    extensions = List.copyOf(extensions);
  }

  /**
   * The place in {@code config/} to blame for a value: its own, else that of something a person
   * wrote inside it or beside it, else the line that put the hub on its cluster.
   */
  Place blame(Node value) {
    return blame(value, Optional.empty());
  }

  /** The same with a map around the value to look at next. */
  Place blame(Node value, Optional<Node> around) {
    return configured(value)
        .or(() -> around.flatMap(Checked::configured))
        .map(Origin::place)
        .orElse(values.hub().clusterOrigin().place());
  }

  /** The first thing in a value that a person of the fleet wrote. */
  static Optional<Origin> configured(Node value) {
    if (value.origin().isConfigured()) {
      return Optional.of(value.origin());
    }
    if (value instanceof Mapping map) {
      for (Mapping.Entry entry : map.entries().values()) {
        Optional<Origin> found = configured(entry.value());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    if (value instanceof Sequence list) {
      for (Node item : list.items()) {
        Optional<Origin> found = configured(item);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a person of the fleet wrote the value at a path. */
  boolean isWritten(String path) {
    return values.node(path).filter(node -> configured(node).isPresent()).isPresent();
  }
}
