package org.hubfleet.e2e.hub;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** The sets of labels that nodes must have, found anywhere in a hub file. */
final class NodeSelectors {
  private static final Set<String> KEYS = Set.of("node_selector", "nodeSelector");

  private NodeSelectors() {}

  static Set<Map<String, String>> of(Node tree) {
    Set<Map<String, String>> found = new LinkedHashSet<>();
    collect(tree, found);
    return found;
  }

  private static void collect(Node node, Set<Map<String, String>> found) {
    if (node instanceof Sequence list) {
      list.items().forEach(item -> collect(item, found));
    } else if (node instanceof Mapping map) {
      map.entries()
          .forEach(
              (key, entry) -> {
                if (KEYS.contains(key) && entry.value() instanceof Mapping labels) {
                  found.add(texts(labels));
                }
                collect(entry.value(), found);
              });
    }
  }

  private static Map<String, String> texts(Mapping labels) {
    Map<String, String> texts = new TreeMap<>();
    labels
        .entries()
        .forEach(
            (key, entry) ->
                entry.value().scalar().map(Scalar::text).ifPresent(text -> texts.put(key, text)));
    return texts;
  }
}
