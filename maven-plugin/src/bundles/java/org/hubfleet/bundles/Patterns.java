package org.hubfleet.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes patterns safe for texts of any length.
 *
 * <p>Java's matcher recurses once for each round of a repeated group, and a validator looks at the
 * pattern of a text even when its length is already wrong; a megabyte of dots in a name would
 * exhaust the stack. So such a pattern accepts at once what {@code maxLength} refuses.
 */
final class Patterns {
  private static final Pattern REPEATED_GROUP = Pattern.compile("\\)[*+]");
  private static final String PATTERN = "pattern";
  private static final String MAX_LENGTH = "maxLength";

  private Patterns() {}

  /** A copy of the schema in which every repeating pattern that has a maxLength is bounded. */
  static Object bounded(Object schema) {
    if (schema instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(bounded(item)));
      return copy;
    }
    if (!(schema instanceof Map<?, ?>)) {
      return schema;
    }
    Map<String, Object> copy = Trees.of();
    Trees.map(schema).forEach((key, value) -> copy.put(key, bounded(value)));
    if (copy.get(PATTERN) instanceof String pattern && REPEATED_GROUP.matcher(pattern).find()) {
      copy.put(PATTERN, bounded(pattern, copy.get(MAX_LENGTH)));
    }
    return copy;
  }

  private static String bounded(String pattern, Object maxLength) {
    if (!(maxLength instanceof Integer length)) {
      throw new IllegalStateException(
          "a pattern that repeats a group needs a maxLength: " + pattern);
    }
    if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
      throw new IllegalStateException("a pattern that repeats a group needs ^ and $: " + pattern);
    }
    String inner = pattern.substring(1, pattern.length() - 1);
    return "^(?:[\\s\\S]{" + (length + 1) + "}|" + inner + "(?![\\s\\S]))";
  }
}
