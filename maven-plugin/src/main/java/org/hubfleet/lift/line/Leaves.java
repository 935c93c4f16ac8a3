package org.hubfleet.lift.line;

import java.util.Map;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/** The single values of a tree. */
final class Leaves {
  private Leaves() {}

  /** Every single value below a place, and where it stands below another. */
  static void moved(Node node, ValuePath from, ValuePath to, Map<ValuePath, ValuePath> elsewhere) {
    if (node instanceof Mapping map) {
      map.entries()
          .forEach((key, entry) -> moved(entry.value(), from.key(key), to.key(key), elsewhere));
    } else if (node instanceof Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        moved(list.items().get(i), from.index(i), to.index(i), elsewhere);
      }
    } else {
      elsewhere.put(from, to);
    }
  }
}
