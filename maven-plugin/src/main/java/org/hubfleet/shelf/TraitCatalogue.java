package org.hubfleet.shelf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The configurable classes of the pinned packages and their traits, as a tool read them from the
 * packages themselves.
 */
public final class TraitCatalogue {
  private static final String FOLDER = "upstream/traits";

  private final Map<String, JsonNode> classes = new TreeMap<>();

  /** Reads {@code upstream/traits/} on the shelf. */
  public TraitCatalogue(Shelf shelf) {
    for (String file : shelf.files(FOLDER, ".json")) {
      JsonNode document = JsonMapper.shared().readTree(shelf.text(file));
      document
          .path("classes")
          .properties()
          .forEach(entry -> classes.put(entry.getKey(), entry.getValue()));
    }
  }

  /** The names of all classes, sorted. */
  public List<String> classNames() {
    return List.copyOf(classes.keySet());
  }

  /**
   * The traits of a class, inherited ones included, each as the catalogue has it; empty for an
   * unknown class.
   */
  public Map<String, JsonNode> traits(String className) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    JsonNode definition = classes.get(className);
    if (definition == null) {
      return found;
    }
    definition
        .path("traits")
        .properties()
        .forEach(trait -> found.put(trait.getKey(), trait.getValue()));
    for (JsonNode base : definition.path("bases")) {
      traits(base.stringValue()).forEach(found::putIfAbsent);
    }
    return found;
  }

  /** The class that a name such as {@code github} or a full class path selects. */
  public Optional<String> classOf(String selector) {
    return classes.entrySet().stream()
        .filter(entry -> selects(entry.getKey(), entry.getValue(), selector))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean selects(String name, JsonNode definition, String selector) {
    for (JsonNode known : definition.path("authenticator")) {
      if (known.stringValue("").equals(selector)) {
        return true;
      }
    }
    return (definition.path("module").stringValue("") + "." + name).equals(selector);
  }

  /** Whether the first class is the second or inherits from it. */
  public boolean isA(String className, String base) {
    if (className.equals(base)) {
      return true;
    }
    JsonNode definition = classes.get(className);
    if (definition != null) {
      for (JsonNode known : definition.path("bases")) {
        if (isA(known.stringValue(), base)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The {@code properties} keyword of a schema for one class. */
  public ObjectNode properties(String className) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(traits(className)).forEach((name, trait) -> properties.set(name, schema(trait)));
    return properties;
  }

  /** The {@code properties} keyword of a schema for a map of classes. */
  public ObjectNode classes() {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    for (String name : classes.keySet()) {
      ObjectNode schema = properties.putObject(name);
      schema.put("type", "object");
      schema.put("additionalProperties", false);
      schema.set("properties", properties(name));
    }
    return properties;
  }

  private static ObjectNode schema(JsonNode trait) {
    JsonNode schema = trait.path("schema");
    ObjectNode copy =
        schema.isObject() ? (ObjectNode) schema.deepCopy() : JsonNodeFactory.instance.objectNode();
    if (trait.path("credential").asBoolean(false) || trait.path("credential").isString()) {
      copy.set("x-credential", trait.path("credential"));
    }
    return copy;
  }
}
