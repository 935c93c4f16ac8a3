package org.hubfleet.e2e.api.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Small values that a schema lets in. Where a schema alone does not say what makes sense, a listed
 * example of its definition stands in.
 */
final class Examples {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 12;

  /** By the name of a definition, one or several; the first is taken unless another fits better. */
  private final JsonNode listed;

  Examples(JsonNode listed) {
    this.listed = listed;
  }

  /** A value for a place. */
  JsonNode of(Facets facets) {
    return of(facets, 0);
  }

  /** A listed example of an object that has a certain field; absent when none is listed. */
  Optional<ObjectNode> listed(Facets facets, String field) {
    for (JsonNode one : listed(facets)) {
      if (one instanceof ObjectNode example && example.has(field)) {
        return Optional.of(example.deepCopy());
      }
    }
    return Optional.empty();
  }

  private List<JsonNode> listed(Facets facets) {
    List<JsonNode> found = new ArrayList<>();
    for (String name : facets.names()) {
      JsonNode entry = listed.path(name);
      if (entry.isArray()) {
        entry.forEach(found::add);
      } else if (!entry.isMissingNode()) {
        found.add(entry);
      }
    }
    return found;
  }

  private JsonNode of(Facets facets, int depth) {
    List<JsonNode> examples = listed(facets);
    if (!examples.isEmpty()) {
      return examples.get(0).deepCopy();
    }
    List<JsonNode> words = facets.words();
    if (!words.isEmpty()) {
      return words.get(0);
    }
    Set<String> types = facets.types();
    if (types.contains("object") || (types.isEmpty() && !facets.fields().isEmpty())) {
      return object(facets, depth);
    }
    if (types.contains("array")) {
      return array(facets, depth);
    }
    if (types.contains("boolean")) {
      return NODES.booleanNode(true);
    }
    if (types.contains("integer") || (types.contains("number") && !types.contains("string"))) {
      return NODES.numberNode(Math.max(1, facets.largest("minimum", 1)));
    }
    return NODES.stringNode(Words.fitting(facets).stream().findFirst().orElse("a"));
  }

  private JsonNode object(Facets facets, int depth) {
    ObjectNode made = NODES.objectNode();
    Map<String, Facets> fields = facets.fields();
    for (String name : facets.required()) {
      if (fields.containsKey(name) && depth < DEEPEST) {
        made.set(name, of(fields.get(name), depth + 1));
      }
    }
    long fewest = facets.largest("minProperties", 0);
    for (Map.Entry<String, Facets> field : fields.entrySet()) {
      if (made.size() < fewest && depth < DEEPEST) {
        made.set(field.getKey(), of(field.getValue(), depth + 1));
      }
    }
    if (made.isEmpty() && (fewest > 0 || fields.isEmpty()) && depth < DEEPEST) {
      facets.values().ifPresent(values -> made.set(key(facets), of(values, depth + 1)));
    }
    return made;
  }

  /** A key that a map takes. */
  static String key(Facets facets) {
    return facets.keys().flatMap(keys -> Words.fitting(keys).stream().findFirst()).orElse("a");
  }

  private JsonNode array(Facets facets, int depth) {
    ArrayNode made = NODES.arrayNode();
    if (depth < DEEPEST) {
      facets.items().ifPresent(items -> made.add(of(items, depth + 1)));
    }
    return made;
  }

  /** Whether text fits what these schemas say of text. */
  static boolean fits(String text, Facets facets) {
    List<JsonNode> words = facets.words();
    if (!words.isEmpty()) {
      return words.contains(NODES.stringNode(text));
    }
    for (JsonNode most : facets.all("maxLength")) {
      if (text.length() > most.intValue()) {
        return false;
      }
    }
    if (text.length() < facets.largest("minLength", 0)) {
      return false;
    }
    List<JsonNode> patterns = new ArrayList<>(facets.all("pattern"));
    return patterns.stream().allMatch(p -> Pattern.compile(p.stringValue()).matcher(text).find());
  }
}
