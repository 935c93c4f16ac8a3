package org.hubfleet.paths;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.schema.JsonTrees;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes of a schema a value that differs from the one that is there. */
record OtherValue(JsonNode document) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Another value for a place with that schema. */
  Node of(JsonNode schema, Optional<Node> present) {
    JsonNode now = present.map(JsonTrees::of).orElse(JSON.nullNode());
    JsonNode other = other(schema, now);
    return YamlReader.ofOurs()
        .read("changed", other.toString(), Layer.HUB)
        .value()
        .orElseThrow(() -> new IllegalStateException("no value: " + other));
  }

  private JsonNode other(JsonNode reference, JsonNode now) {
    JsonNode schema = ValuePaths.target(document, reference);
    Optional<JsonNode> stated =
        Stream.of(reference, schema)
            .flatMap(node -> Stream.concat(stream(node, "examples"), stream(node, "enum")))
            .filter(value -> !value.isNull() && !value.equals(now))
            .filter(value -> !value.isString() || !value.stringValue().isEmpty())
            .findFirst();
    return stated.map(value -> joined(value, now)).orElseGet(() -> made(schema, now));
  }

  private static Stream<JsonNode> stream(JsonNode node, String key) {
    return node.path(key).valueStream();
  }

  private JsonNode made(JsonNode schema, JsonNode now) {
    return switch (type(schema, now)) {
      case "boolean" -> JSON.booleanNode(!now.asBoolean(false));
      case "integer", "number" -> JSON.numberNode(now.isNumber() ? now.asInt() + 1 : 7);
      case "array" -> {
        ArrayNode list = JSON.arrayNode();
        now.valueStream().forEach(list::add);
        yield list.add(other(schema.path("items"), JSON.nullNode()));
      }
      case "object" -> joined(object(schema, now), now);
      default -> JSON.stringNode(now.isString() ? now.stringValue() + "x" : "sample");
    };
  }

  /** A map or list joins what is there; anything else replaces it. */
  private static JsonNode joined(JsonNode value, JsonNode now) {
    if (value instanceof ObjectNode object && now instanceof ObjectNode before) {
      ObjectNode all = before.deepCopy();
      object.properties().forEach(entry -> all.set(entry.getKey(), entry.getValue()));
      return all;
    }
    return value;
  }

  /** A map with one key: a required one, else a simple one, else one that is there, else any. */
  private ObjectNode object(JsonNode schema, JsonNode now) {
    ObjectNode made = JSON.objectNode();
    JsonNode properties = schema.path("properties");
    schema
        .path("required")
        .valueStream()
        .map(JsonNode::stringValue)
        .forEach(key -> made.set(key, other(properties.path(key), now.path(key))));
    if (made.isEmpty()) {
      Optional<Map.Entry<String, JsonNode>> simplest =
          properties.properties().stream().filter(entry -> isSimple(entry.getValue())).findFirst();
      String key =
          simplest
              .or(() -> properties.properties().stream().findFirst())
              .or(() -> now.properties().stream().findFirst())
              .map(Map.Entry::getKey)
              .orElse("sample");
      made.set(
          key,
          other(
              properties.path(key).isObject() ? properties.path(key) : others(schema),
              now.path(key)));
    }
    return made;
  }

  private boolean isSimple(JsonNode reference) {
    String type = type(ValuePaths.target(document, reference), JSON.nullNode());
    return !type.equals("object") && !type.equals("array");
  }

  private static JsonNode others(JsonNode schema) {
    JsonNode others = schema.path("additionalProperties");
    return others.isObject() ? others : JSON.objectNode().put("type", "string");
  }

  /** The kind the present value has, else the first that is not null. */
  private static String type(JsonNode schema, JsonNode now) {
    JsonNode types = schema.path("type");
    if (types.isString()) {
      return types.stringValue();
    }
    String present = now.getNodeType().name().toLowerCase(Locale.ROOT);
    return types
        .valueStream()
        .map(JsonNode::stringValue)
        .filter(type -> !type.equals("null"))
        .sorted(Comparator.comparing(type -> !type.equals(present)))
        .findFirst()
        .orElse(schema.path("properties").isObject() ? "object" : "string");
  }
}
