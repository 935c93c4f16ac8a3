package org.hubfleet.source;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lays one tree over another: maps merge by key, lists and scalars replace, null removes a key when
 * a map is merged over a map. Inside a list item null is a value and stays.
 *
 * <p>Every value that replaced another remembers it in its origin. Parts that only one side has are
 * shared, not copied.
 */
public final class TreeMerge {
  private TreeMerge() {}

  /** The merged map; keys in the order of first appearance. */
  public static Mapping merge(Mapping base, Mapping over) {
    if (over.isEmpty()) {
      return base;
    }
    Map<String, Mapping.Entry> merged = new LinkedHashMap<>(base.entries());
    over.entries()
        .forEach(
            (key, entry) -> {
              Mapping.Entry old = base.entries().get(key);
              if (entry.value().isNull()) {
                merged.remove(key);
              } else if (old == null) {
                merged.put(key, new Mapping.Entry(entry.key(), withoutNulls(entry.value())));
              } else {
                merged.put(key, new Mapping.Entry(entry.key(), lay(old.value(), entry.value())));
              }
            });
    return new Mapping(merged, base.isEmpty() ? over.origin() : base.origin());
  }

  private static Node lay(Node old, Node over) {
    if (old instanceof Mapping below && over instanceof Mapping above) {
      return merge(below, above);
    }
    return withoutNulls(over.from(over.origin().over(old.origin())));
  }

  /** A map over nothing: its nulls remove nothing and are gone. */
  private static Node withoutNulls(Node node) {
    return node instanceof Mapping mapping ? merge(Mapping.empty(mapping.origin()), mapping) : node;
  }
}
