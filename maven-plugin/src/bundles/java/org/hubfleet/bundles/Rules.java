package org.hubfleet.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How a rule of the overlay becomes JSON Schema. */
final class Rules {
  private static final String IS = "is";
  private static final String AT_MOST_ONE = "atMostOne";
  private static final String EXACTLY_ONE = "exactlyOne";

  private Rules() {}

  /**
   * Adds a rule to a schema: maps merge, {@code required} lists join, all else replaces. {@code is}
   * puts a reference in place of the type.
   */
  static void merge(Map<String, Object> schema, Map<String, Object> rule) {
    rule.forEach(
        (key, value) -> {
          switch (key) {
            case IS -> {
              schema.remove("type");
              schema.putAll(Trees.reference((String) value));
            }
            case "required" -> schema.put(key, joined(schema.get(key), value));
            case AT_MOST_ONE -> exclude(schema, Trees.strings(value));
            case EXACTLY_ONE -> {
              List<String> known = exclude(schema, Trees.strings(value));
              Map<String, Object> none = Trees.of();
              known.forEach(field -> none.put(field, false));
              schema.put("not", Trees.of("properties", none));
              schema.put("x-exactly-one", known);
            }
            default -> schema.put(key, merged(schema.get(key), value));
          }
        });
  }

  private static Object merged(Object old, Object value) {
    if (!(value instanceof Map<?, ?>)) {
      return value;
    }
    Map<String, Object> base = old instanceof Map<?, ?> ? Trees.map(old) : Trees.of();
    merge(base, Trees.map(value));
    return base;
  }

  private static List<String> joined(Object old, Object more) {
    Set<String> all = new TreeSet<>(Trees.strings(old));
    all.addAll(Trees.strings(more));
    return List.copyOf(all);
  }

  /**
   * Each field forbids those after it, so that an extra one is named at its place. Gives those of
   * the fields that this minor has.
   */
  private static List<String> exclude(Map<String, Object> schema, List<String> fields) {
    Map<String, Object> existing = Trees.map(schema.get("properties"));
    List<String> known = new ArrayList<>(fields);
    known.retainAll(existing.keySet());
    Map<String, Object> exclusions = Trees.map(schema.get("dependentSchemas"));
    for (int i = 0; i < known.size() - 1; i++) {
      Map<String, Object> others = Trees.of();
      known.subList(i + 1, known.size()).forEach(other -> others.put(other, false));
      exclusions.put(known.get(i), Trees.of("properties", others));
    }
    schema.put("dependentSchemas", exclusions);
    return known;
  }
}
