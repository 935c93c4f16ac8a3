package org.hubfleet.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * Lays a fragment over an object as the API server would: maps by key, lists by the API's list
 * keys, null removes.
 */
final class ObjectMerge {
  private ObjectMerge() {}

  /** The object with the fragment laid over it. */
  static Mapping merge(Mapping object, Mapping fragment) {
    Map<String, Mapping.Entry> merged = new LinkedHashMap<>(object.entries());
    fragment
        .entries()
        .forEach(
            (key, entry) -> {
              Mapping.Entry old = merged.get(key);
              if (entry.value().isNull()) {
                merged.remove(key);
              } else if (old == null) {
                merged.put(key, new Mapping.Entry(entry.key(), withoutNulls(entry.value())));
              } else {
                merged.put(
                    key, new Mapping.Entry(entry.key(), lay(key, old.value(), entry.value())));
              }
            });
    return new Mapping(merged, object.origin());
  }

  /** A map over nothing: its nulls remove nothing and are gone. */
  private static Node withoutNulls(Node node) {
    return node instanceof Mapping map ? merge(Mapping.empty(map.origin()), map) : node;
  }

  private static Node lay(String field, Node old, Node over) {
    if (old instanceof Mapping below && over instanceof Mapping above) {
      return merge(below, above);
    }
    if (old instanceof Sequence below && over instanceof Sequence above) {
      boolean containerPorts = has(below, "containerPort") || has(above, "containerPort");
      List<String> keys = ListKeys.of(field, containerPorts);
      return keys.isEmpty()
          ? over.from(over.origin().over(old.origin()))
          : byKey(below, above, keys);
    }
    return over.from(over.origin().over(old.origin()));
  }

  private static boolean has(Sequence list, String key) {
    return list.items().stream().anyMatch(item -> item.get(key).isPresent());
  }

  private static Sequence byKey(Sequence below, Sequence above, List<String> keys) {
    Map<String, Node> merged = new LinkedHashMap<>();
    List<Node> all = new ArrayList<>(below.items());
    all.addAll(above.items());
    for (Node item : all) {
      merged.merge(key(item, keys), item, ObjectMerge::layItem);
    }
    return Sequence.of(List.copyOf(merged.values()), below.origin());
  }

  private static Node layItem(Node old, Node over) {
    return old instanceof Mapping below && over instanceof Mapping above
        ? merge(below, above)
        : over;
  }

  private static String key(Node item, List<String> keys) {
    StringBuilder text = new StringBuilder();
    for (String key : keys) {
      String fallback = key.equals("protocol") ? "TCP" : "";
      text.append(item.get(key).flatMap(Node::scalar).map(Scalar::text).orElse(fallback))
          .append('\n');
    }
    return text.toString();
  }
}
