package org.hubfleet.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/** Judges keys that a schema does not know by the extensions that declare some of them. */
record Declared(List<Extension> extensions) {
  /**
   * What is wrong with an unknown key: it is declared nowhere, or its value is of another type than
   * declared.
   *
   * @param map the one that has the key, where it is unknown
   * @param declared where the type was declared
   */
  record Finding(
      ValuePath path,
      String key,
      Node map,
      Node value,
      boolean unknown,
      String type,
      Place declared) {
    /** The path of the map. */
    ValuePath parent() {
      return new ValuePath(path.segments().subList(0, path.segments().size() - 1));
    }
  }

  Declared {
    extensions = List.copyOf(extensions);
  }

  /** The findings about a key of a map and, where only keys below it are declared, about those. */
  List<Finding> judge(ValuePath path, Node map) {
    ValuePath.Segment last = path.segments().get(path.segments().size() - 1);
    String key = ((ValuePath.Key) last).name();
    Node value = map.get(key).orElse(map);
    List<Finding> found = new ArrayList<>();
    judge(path, key, map, value, found);
    return found;
  }

  private void judge(ValuePath path, String key, Node map, Node value, List<Finding> found) {
    for (Extension extension : extensions) {
      if (extension.pattern().matches(path)) {
        if (!extension.accepts(value)) {
          found.add(new Finding(path, key, map, value, false, extension.type(), extension.place()));
        }
        return;
      }
    }
    if (extensions.stream().noneMatch(extension -> extension.isBelow(path))) {
      found.add(new Finding(path, key, map, value, true, "", map.origin().place()));
    } else if (value instanceof Mapping below) {
      for (Map.Entry<String, Mapping.Entry> child : below.entries().entrySet()) {
        judge(path.key(child.getKey()), child.getKey(), below, child.getValue().value(), found);
      }
    } else if (value instanceof Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        ValuePath item = path.index(i);
        if (list.items().get(i) instanceof Mapping below) {
          for (Map.Entry<String, Mapping.Entry> child : below.entries().entrySet()) {
            judge(item.key(child.getKey()), child.getKey(), below, child.getValue().value(), found);
          }
        }
      }
    }
  }
}
