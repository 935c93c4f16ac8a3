package org.hubfleet.e2e.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Node;

/** Trees as JSON, for comparison with what programs of other languages say. */
final class Json {
  private Json() {}

  static JsonElement of(Node node) {
    return JsonParser.parseString(JsonWriter.write(node));
  }

  /** What is at a path of plain keys and list indexes joined by dots. */
  static Optional<JsonElement> at(JsonElement tree, String path) {
    JsonElement here = tree;
    for (String key : path.split("\\.", -1)) {
      if (here instanceof JsonObject map && map.has(key)) {
        here = map.get(key);
      } else if (here instanceof JsonArray list && key.matches("\\d+")) {
        here = list.get(Integer.parseInt(key));
      } else {
        return Optional.empty();
      }
    }
    return here.isJsonNull() ? Optional.empty() : Optional.of(here);
  }

  static Map<String, JsonElement> map(JsonElement tree, String path) {
    return at(tree, path).map(found -> found.getAsJsonObject().asMap()).orElse(Map.of());
  }

  static List<JsonElement> list(JsonElement tree, String path) {
    return at(tree, path).map(found -> found.getAsJsonArray().asList()).orElse(List.of());
  }

  /** The values of a list, whether it was written as a list or as a map by name. */
  static List<JsonElement> values(JsonElement listOrMap) {
    if (listOrMap instanceof JsonObject map) {
      return new ArrayList<>(map.asMap().values());
    }
    return listOrMap.isJsonArray() ? listOrMap.getAsJsonArray().asList() : List.of();
  }

  static String text(JsonElement tree, String path) {
    return at(tree, path).map(JsonElement::getAsString).orElse("");
  }

  /**
   * Lays one tree over another as KubeSpawner does: maps by key, null removes, all else replaces.
   */
  static JsonElement laidOver(JsonElement below, JsonElement above) {
    if (!(below instanceof JsonObject old) || !(above instanceof JsonObject changes)) {
      return above;
    }
    JsonObject merged = old.deepCopy();
    changes
        .asMap()
        .forEach(
            (key, value) -> {
              if (value.isJsonNull()) {
                merged.remove(key);
              } else if (merged.has(key)) {
                merged.add(key, laidOver(merged.get(key), value));
              } else {
                merged.add(key, value);
              }
            });
    return merged;
  }

  /** Whether everything that is wanted is there; a list may hold more, and in another order. */
  static boolean holds(JsonElement actual, JsonElement wanted) {
    if (wanted instanceof JsonObject map) {
      return actual instanceof JsonObject there
          && map.asMap().entrySet().stream()
              .allMatch(e -> holds(there.get(e.getKey()), e.getValue()));
    }
    if (wanted instanceof JsonArray list) {
      return actual instanceof JsonArray there
          && list.asList().stream()
              .allMatch(item -> there.asList().stream().anyMatch(found -> holds(found, item)));
    }
    if (wanted.isJsonNull()) {
      return true;
    }
    // The server leaves out a false that is the default.
    return actual == null
        ? wanted.toString().equals("false")
        : actual.toString().equals(wanted.toString());
  }
}
