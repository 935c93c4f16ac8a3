package org.hubfleet.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import tools.jackson.databind.JsonNode;

/**
 * A place in a schema document: all schemas that describe what stands there, the nearest first. The
 * places below it and its annotations are worked out once; there are as many as the document has
 * names for. Safe for threads.
 */
final class SchemaPlace {
  private static final String LOCAL = "#/$defs/";

  /** Names the one place of all keys that no schema names. */
  private static final String OTHERS = "*";

  private final JsonNode definitions;
  private final List<JsonNode> schemas;
  private final boolean named;
  private final Set<String> names = new HashSet<>();
  private final Set<String> types = new HashSet<>();
  private final Map<String, SchemaPlace> maps = new ConcurrentHashMap<>();
  private final Map<String, SchemaPlace> others = new ConcurrentHashMap<>();
  private final Map<String, Optional<String>> texts = new HashMap<>();
  private final Map<String, List<String>> words = new HashMap<>();
  private final Set<String> flags = new HashSet<>();

  private SchemaPlace(JsonNode definitions, List<JsonNode> schemas, boolean named) {
    this.definitions = definitions;
    this.schemas = List.copyOf(schemas);
    this.named = named;
    schemas.forEach(this::describe);
  }

  private void describe(JsonNode schema) {
    schema.path("properties").properties().forEach(property -> names.add(property.getKey()));
    types.addAll(words(schema.path("type")));
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      JsonNode value = keyword.getValue();
      value.stringValueOpt().ifPresent(t -> texts.putIfAbsent(keyword.getKey(), Optional.of(t)));
      if (value.asBoolean(false)) {
        flags.add(keyword.getKey());
      }
      if (value.isArray()) {
        words.computeIfAbsent(keyword.getKey(), k -> new ArrayList<>()).addAll(words(value));
      }
    }
  }

  private static List<String> words(JsonNode oneOrMany) {
    return oneOrMany.isArray()
        ? oneOrMany.valueStream().map(word -> word.stringValue("")).toList()
        : oneOrMany.stringValueOpt().map(List::of).orElse(List.of());
  }

  /** The place of a document's root, for a map or for another value. */
  static SchemaPlace root(JsonNode document, boolean isMap) {
    JsonNode definitions = document.path("$defs");
    List<JsonNode> schemas = new ArrayList<>();
    expand(document, isMap, definitions, schemas);
    return new SchemaPlace(definitions, schemas, true);
  }

  /** Whether a schema knows the key that leads here by its name. */
  boolean isNamed() {
    return named;
  }

  /** Whether a schema here takes a value of that type. */
  boolean takes(String type) {
    return types.contains(type);
  }

  /** The place of a value under a key. */
  SchemaPlace child(String key, Node value) {
    String name = names.contains(key) ? key : OTHERS;
    Map<String, SchemaPlace> children = value instanceof Mapping ? maps : others;
    SchemaPlace known = children.get(name);
    return known == null ? children.computeIfAbsent(name, k -> below(k, value)) : known;
  }

  /** The place of an item of a list. */
  SchemaPlace item(Node value) {
    String name = "[]";
    Map<String, SchemaPlace> children = value instanceof Mapping ? maps : others;
    SchemaPlace known = children.get(name);
    return known == null ? children.computeIfAbsent(name, k -> itemBelow(value)) : known;
  }

  private SchemaPlace below(String key, Node value) {
    List<JsonNode> below = new ArrayList<>();
    boolean byName = false;
    for (JsonNode schema : schemas) {
      JsonNode property = schema.path("properties").path(key);
      byName |= property.isObject();
      add(property.isObject() ? property : schema.path("additionalProperties"), value, below);
    }
    return new SchemaPlace(definitions, below, byName);
  }

  private SchemaPlace itemBelow(Node value) {
    List<JsonNode> below = new ArrayList<>();
    schemas.forEach(schema -> add(schema.path("items"), value, below));
    return new SchemaPlace(definitions, below, named);
  }

  private void add(JsonNode schema, Node value, List<JsonNode> all) {
    if (schema.isObject()) {
      expand(schema, value instanceof Mapping, definitions, all);
    }
  }

  /** The schema and all it applies to a value of that kind, through references and branches. */
  static void expand(JsonNode schema, boolean isMap, JsonNode definitions, List<JsonNode> all) {
    all.add(schema);
    String reference = schema.path("$ref").stringValue("");
    if (reference.startsWith(LOCAL)) {
      expand(definitions.path(reference.substring(LOCAL.length())), isMap, definitions, all);
    }
    boolean ofMaps = schema.path("if").path("type").stringValue("").equals("object");
    if (ofMaps && isMap) {
      expand(schema.path("then"), isMap, definitions, all);
    }
    schema.path("anyOf").forEach(branch -> expand(branch, isMap, definitions, all));
    schema.path("allOf").forEach(branch -> expand(branch, isMap, definitions, all));
  }

  /** The text of an annotation, that of the nearest schema. */
  Optional<String> text(String annotation) {
    return texts.getOrDefault(annotation, Optional.empty());
  }

  /** Whether an annotation is true. */
  boolean is(String annotation) {
    return flags.contains(annotation);
  }

  /** The words of an annotation that is a list, of all schemas. */
  List<String> words(String annotation) {
    return words.getOrDefault(annotation, List.of());
  }
}
