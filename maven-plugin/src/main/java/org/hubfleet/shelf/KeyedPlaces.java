package org.hubfleet.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lists of the vocabulary that are marked {@code x-keyed}: a layer may give a map by name for
 * one of them, whose entries join those that other layers have put there.
 */
final class KeyedPlaces {
  private static final String MARK = "x-keyed";
  private static final String LOCAL = "#/$defs/";

  private final JsonNode defs;
  private final List<ValuePath> paths = new ArrayList<>();

  private KeyedPlaces(JsonNode defs) {
    this.defs = defs;
  }

  /** The paths of the marked lists, below the root of the document. */
  static List<ValuePath> of(ObjectNode document) {
    KeyedPlaces places = new KeyedPlaces(document.path("$defs"));
    places.collect(document, ValuePath.ROOT);
    return List.copyOf(places.paths);
  }

  private void collect(JsonNode schema, ValuePath path) {
    JsonNode target = target(schema);
    if (schema.path(MARK).asBoolean(false) && isListOnly(target)) {
      paths.add(path);
    }
    for (Map.Entry<String, JsonNode> property : target.path("properties").properties()) {
      // Kubernetes types and traits have no marks, and they refer to themselves.
      if (!property.getKey().equals("config") && !isKubernetes(property.getValue())) {
        collect(property.getValue(), path.key(property.getKey()));
      }
    }
  }

  private static boolean isKubernetes(JsonNode schema) {
    String reference = schema.path("$ref").stringValue("");
    return reference.startsWith(LOCAL) && Character.isUpperCase(reference.charAt(LOCAL.length()));
  }

  /** Lets every marked list of a document be a map of its items too. */
  static void open(ObjectNode document) {
    open(document, document.path("$defs"));
  }

  private static void open(JsonNode schema, JsonNode defs) {
    KeyedPlaces places = new KeyedPlaces(defs);
    if (schema instanceof ObjectNode object && object.path(MARK).asBoolean(false)) {
      JsonNode list = places.target(object);
      if (isListOnly(list)) {
        object.remove("$ref");
        ArrayNode types = object.putArray("type");
        types.add("array").add("object");
        object.set("items", list.path("items"));
        object.set("additionalProperties", list.path("items"));
      }
    }
    schema.forEach(child -> open(child, defs));
  }

  private static boolean isListOnly(JsonNode schema) {
    return schema.path("type").stringValue("").equals("array");
  }

  private JsonNode target(JsonNode schema) {
    String reference = schema.path("$ref").stringValue("");
    return reference.startsWith(LOCAL) ? defs.path(reference.substring(LOCAL.length())) : schema;
  }
}
