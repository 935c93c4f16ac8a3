package org.hubfleet.shelf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hubfleet.schema.JsonTrees;
import org.hubfleet.source.Mapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What capabilities add to the language: each {@code schema.yaml} says under {@code hub}, {@code
 * cluster}, {@code community} and {@code fleet} which keys it adds to those files. Definitions of a
 * folder are called {@code <folder>.<name>} in the composed documents. With {@code x-like:
 * <folder>.<name>} a map takes the keys of such a definition, none of which it requires.
 */
final class LanguageParts {
  private static final String LOCAL = "#/$defs/";
  private static final String LIKE = "x-like";
  private static final String IDENTITY = "x-identity";

  /** What each folder adds, by the folder's name. */
  private final Map<String, JsonNode> schemas = new LinkedHashMap<>();

  /** Reads what the capabilities of the shelf add. */
  LanguageParts(Shelf shelf) {
    for (CapabilityFolder folder : CapabilityFolders.of(shelf)) {
      Mapping schema = CapabilityFolders.part(shelf, folder.file("schema.yaml"));
      schemas.put(folder.name(), JsonTrees.of(schema));
    }
  }

  /**
   * Adds to a document what the capabilities say about that kind of file. Throws {@link
   * IllegalStateException} when two of them, or one and the document, claim the same key.
   */
  void add(String kind, ObjectNode document) {
    schemas.forEach(
        (folder, schema) -> {
          JsonNode part = schema.path(kind);
          if (part.isObject()) {
            add(folder, part, document);
            definitions(folder, schema.path("$defs"), document.withObject("$defs"));
          }
        });
    likened(document, document.withObject("$defs"));
  }

  private static void likened(JsonNode schema, ObjectNode definitions) {
    if (schema instanceof ObjectNode object && object.path(LIKE).isString()) {
      JsonNode other = definitions.path(object.path(LIKE).stringValue());
      if (!other.path("properties").isObject()) {
        throw new IllegalStateException("there is no definition " + object.path(LIKE));
      }
      object.remove(LIKE);
      object.set("properties", other.path("properties").deepCopy());
      object.put("additionalProperties", false);
    }
    schema.forEach(inner -> likened(inner, definitions));
  }

  private static void add(String folder, JsonNode part, ObjectNode document) {
    ObjectNode properties = document.withObject("properties");
    for (Map.Entry<String, JsonNode> property : part.path("properties").properties()) {
      if (properties.has(property.getKey())) {
        throw new IllegalStateException(folder + " claims the key " + property.getKey() + " too");
      }
      properties.set(property.getKey(), qualified(folder, property.getValue()));
    }
    for (JsonNode key : part.path(IDENTITY)) {
      document.withArray(IDENTITY).add(key);
    }
  }

  private static void definitions(String folder, JsonNode own, ObjectNode all) {
    for (Map.Entry<String, JsonNode> definition : own.properties()) {
      all.set(folder + "." + definition.getKey(), qualified(folder, definition.getValue()));
    }
  }

  /** The same with references that lead to the folder's definitions under their composed names. */
  private static JsonNode qualified(String folder, JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        String target = entry.getValue().stringValue("");
        boolean reference = entry.getKey().equals("$ref") && target.startsWith(LOCAL);
        if (reference) {
          copy.put("$ref", LOCAL + folder + "." + target.substring(LOCAL.length()));
        } else {
          copy.set(entry.getKey(), qualified(folder, entry.getValue()));
        }
      }
      return copy;
    }
    if (schema instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> copy.add(qualified(folder, item)));
      return copy;
    }
    return schema;
  }
}
