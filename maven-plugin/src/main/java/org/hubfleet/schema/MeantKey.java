package org.hubfleet.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The known key that an unknown one was probably meant to be: one that calls itself so elsewhere
 * ({@code x-called}), one that is spelt nearly so, the only one with the same beginning.
 */
final class MeantKey {
  private MeantKey() {}

  /**
   * The key.
   *
   * @param schema of the map that has the unknown key
   */
  static Optional<String> of(String key, JsonNode schema) {
    List<String> known = new ArrayList<>(schema.path("properties").propertyNames());
    return called(key, schema)
        .or(() -> Nearest.to(key, known))
        .or(() -> isOfConfig(schema) ? Meant.sameStart(key, known) : Optional.empty());
  }

  private static Optional<String> called(String key, JsonNode schema) {
    for (Map.Entry<String, JsonNode> one : schema.path("properties").properties()) {
      for (JsonNode other : one.getValue().path("x-called")) {
        if (other.stringValue("").equalsIgnoreCase(key)) {
          return Optional.of(one.getKey());
        }
      }
    }
    return Optional.empty();
  }

  /** Upstream has hundreds of keys, many of which begin alike. */
  private static boolean isOfConfig(JsonNode schema) {
    return schema.path("properties").size() <= ShapeMessages.MOST_OF_A_FILE;
  }
}
