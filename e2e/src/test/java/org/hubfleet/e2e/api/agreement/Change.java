package org.hubfleet.e2e.api.agreement;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What is done to one value of an object.
 *
 * @param operation such as {@code retype}: how results are counted
 * @param value that stands there instead; absent when the field goes
 * @param key under which it stands then, when that changes
 */
record Change(String operation, Optional<JsonNode> value, Optional<String> key) {
  static Change put(String operation, JsonNode value) {
    return new Change(operation, Optional.of(value), Optional.empty());
  }

  static Change drop() {
    return new Change("drop", Optional.empty(), Optional.empty());
  }

  static Change rename(String operation, String key, JsonNode value) {
    return new Change(operation, Optional.of(value), Optional.of(key));
  }

  /** Whether what stands there instead is an object. */
  boolean leavesAnObject() {
    return value.filter(JsonNode::isObject).isPresent();
  }

  /** In a few words. */
  String text() {
    if (value.isEmpty()) {
      return "gone";
    }
    String json = value.get().toString();
    String shown = json.length() > 90 ? json.substring(0, 90) + "..." : json;
    return key.map(name -> "as \"" + name + "\"").orElse(shown);
  }
}
