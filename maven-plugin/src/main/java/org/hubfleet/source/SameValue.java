package org.hubfleet.source;

import java.util.Iterator;
import java.util.Map;

/** Whether two trees hold the same value, wherever each came from and in whatever order of keys. */
public final class SameValue {
  private SameValue() {}

  /** The answer. */
  public static boolean of(Node one, Node other) {
    if (one instanceof Mapping map && other instanceof Mapping second) {
      return map.entries().keySet().equals(second.entries().keySet()) && sameValues(map, second);
    }
    if (one instanceof Sequence list && other instanceof Sequence second) {
      return list.items().size() == second.items().size() && sameItems(list, second);
    }
    return one instanceof Scalar scalar
        && other instanceof Scalar second
        && scalar.kind() == second.kind()
        && scalar.text().equals(second.text());
  }

  private static boolean sameValues(Mapping one, Mapping other) {
    for (Map.Entry<String, Mapping.Entry> entry : one.entries().entrySet()) {
      if (!of(entry.getValue().value(), other.entries().get(entry.getKey()).value())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameItems(Sequence one, Sequence other) {
    Iterator<Node> second = other.items().iterator();
    return one.items().stream().allMatch(item -> of(item, second.next()));
  }
}
