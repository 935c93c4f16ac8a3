package org.hubfleet.lower;

import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * Puts back, as empty maps, the sections that null removed, so that all who read the values find
 * each section where the defaults have one and only what stands in it can be absent.
 */
final class Sections {
  private Sections() {}

  /** The values with every map that the defaults have. */
  static Mapping restored(Mapping values, Mapping defaults) {
    Mapping result = values;
    for (Map.Entry<String, Mapping.Entry> entry : defaults.entries().entrySet()) {
      if (entry.getValue().value() instanceof Mapping section) {
        Optional<Node> present = values.get(entry.getKey()).filter(node -> !node.isNull());
        Mapping found =
            present.flatMap(Node::mapping).orElseGet(() -> Mapping.empty(values.origin()));
        if (present.isEmpty() || present.get() instanceof Mapping) {
          result = changed(result, entry.getKey(), found, restored(found, section));
        }
      }
    }
    return result;
  }

  private static Mapping changed(Mapping all, String key, Mapping before, Mapping after) {
    boolean same = before == after && all.get(key).isPresent();
    return same ? all : all.with(key, after);
  }
}
