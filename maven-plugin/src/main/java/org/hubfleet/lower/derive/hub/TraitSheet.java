package org.hubfleet.lower.derive.hub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** Collects traits by class while they are derived from values. */
final class TraitSheet {
  private final Map<String, Mapping.Builder> classes = new LinkedHashMap<>();
  private final Values values;

  TraitSheet(Values values) {
    this.values = values;
  }

  /** The values the traits are derived from. */
  Values values() {
    return values;
  }

  /** Sets a trait, such as {@code KubeSpawner.uid}. */
  void set(String trait, Node value) {
    int dot = trait.indexOf('.');
    classes
        .computeIfAbsent(trait.substring(0, dot), name -> Mapping.builder(value.origin()))
        .put(trait.substring(dot + 1), value);
  }

  /** Sets a trait to the value at a path, where there is one. */
  void copy(String trait, String path) {
    values.node(path).ifPresent(node -> set(trait, node));
  }

  /** Sets a trait to the value at a path, unless it is absent or an empty list or map. */
  void copyFilled(String trait, String path) {
    values.node(path).filter(TraitSheet::isFilled).ifPresent(node -> set(trait, node));
  }

  /** Sets a trait to a fixed text. */
  void text(String trait, String text, Origin origin) {
    set(trait, Scalar.string(text, origin));
  }

  /** Whether it is neither an empty list nor an empty map. */
  static boolean isFilled(Node node) {
    Optional<List<Node>> items = node.sequence().map(Sequence::items);
    return !items.map(List::isEmpty).orElse(false)
        && !node.mapping().map(Mapping::isEmpty).orElse(false);
  }

  /** The traits, {@code {Class: {trait: value}}}, in the order in which they were set. */
  Mapping traits() {
    Mapping.Builder all = Mapping.builder(values.hub().clusterOrigin());
    classes.forEach((name, traits) -> all.put(name, traits.build()));
    return all.build();
  }
}
