package org.hubfleet.capability.buckets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** Writes documents of fixed words as trees of one origin. */
final class Plain {
  private Plain() {}

  /** A map of keys and values in turn; a key whose value is an absent Optional is left out. */
  static Mapping map(Origin origin, Object... keysAndValues) {
    Mapping.Builder map = Mapping.builder(origin);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Object value = keysAndValues[i + 1];
      if (value instanceof Optional<?> maybe) {
        if (maybe.isEmpty()) {
          continue;
        }
        value = maybe.get();
      }
      map.put((String) keysAndValues[i], origin, of(value, origin));
    }
    return map.build();
  }

  /** A tree of nodes, maps, lists, texts, integers and booleans. */
  static Node of(Object value, Origin origin) {
    if (value instanceof Node node) {
      return node;
    }
    if (value instanceof List<?> items) {
      return Sequence.of(items.stream().map(item -> of(item, origin)).toList(), origin);
    }
    if (value instanceof Map<?, ?> map) {
      Mapping.Builder built = Mapping.builder(origin);
      map.forEach((key, one) -> built.put((String) key, origin, of(one, origin)));
      return built.build();
    }
    if (value instanceof Integer number) {
      return Scalar.integer(number, origin);
    }
    return value instanceof Boolean flag
        ? Scalar.bool(flag, origin)
        : Scalar.string((String) value, origin);
  }
}
