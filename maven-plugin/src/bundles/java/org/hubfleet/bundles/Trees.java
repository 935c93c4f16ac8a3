package org.hubfleet.bundles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plain maps and lists as JSON trees. */
final class Trees {
  private static final String DEFINITIONS = "#/$defs/";

  private Trees() {}

  /** A changeable map of the given keys and values, in that order. */
  static Map<String, Object> of(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  static Map<String, Object> reference(String definition) {
    return of("$ref", DEFINITIONS + definition);
  }

  /** The name of the definition that a {@code $ref} means, or an empty text. */
  static String referred(Object ref) {
    return ref instanceof String text && text.startsWith(DEFINITIONS)
        ? text.substring(DEFINITIONS.length())
        : "";
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object tree) {
    return tree == null ? of() : (Map<String, Object>) tree;
  }

  static List<String> strings(Object tree) {
    List<String> texts = new ArrayList<>();
    if (tree != null) {
      for (Object text : (List<?>) tree) {
        texts.add((String) text);
      }
    }
    return texts;
  }

  /** A copy that shares nothing with the tree. */
  static Object copy(Object tree) {
    if (tree instanceof Map<?, ?>) {
      Map<String, Object> copy = of();
      map(tree).forEach((key, value) -> copy.put(key, copy(value)));
      return copy;
    }
    if (tree instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(copy(item)));
      return copy;
    }
    return tree;
  }
}
