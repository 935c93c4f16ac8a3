package org.hubfleet.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Derives from a schema document the form of it that one layer of a merge must fit: nothing is
 * required of a map, null is accepted (it removes a key), unknown keys are still refused. Items of
 * lists keep the whole form, for lists replace.
 *
 * <p>The same transformation without null is the partial form of a Kubernetes type, for fragments
 * that are laid over an object. Derived definitions stand beside the whole ones as {@code
 * <name>.layer} and {@code <name>.partial}.
 */
public final class SchemaForm {
  private static final String DEFS = "#/$defs/";

  /**
   * What an absent sibling may still decide is not judged in a form: these keywords are dropped.
   */
  private static final Set<String> DROPPED =
      Set.of(
          "required",
          "minProperties",
          "maxProperties",
          "if",
          "then",
          "else",
          "dependentRequired",
          "dependentSchemas",
          "anyOf",
          "oneOf",
          "allOf",
          "not");

  private final ObjectNode defs;
  private final String suffix;
  private final boolean nullable;

  private SchemaForm(ObjectNode defs, String suffix, boolean nullable) {
    this.defs = defs;
    this.suffix = suffix;
    this.nullable = nullable;
  }

  /**
   * The layer form of a schema whose references lead into those definitions, which grow by what is
   * derived.
   */
  public static JsonNode layer(JsonNode schema, ObjectNode defs) {
    return new SchemaForm(defs, ".layer", true).top(schema);
  }

  /** The partial form of a named definition: the reference to use for it. */
  public static String partial(String name, ObjectNode defs) {
    return new SchemaForm(defs, ".partial", false).reference(name);
  }

  /** The form of a named definition for one layer of a merge: the reference to use for it. */
  public static String layered(String name, ObjectNode defs) {
    return new SchemaForm(defs, ".layer", true).reference(name);
  }

  /** Makes a schema accept null beside what it accepts. */
  public static void acceptNull(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      if (object.has("type")) {
        object.set("type", withNull(object.path("type")));
      }
      if (object.has("enum")) {
        object.set("enum", enumWithNull(object.path("enum")));
      }
    }
  }

  private JsonNode top(JsonNode schema) {
    ObjectNode form = (ObjectNode) derive(schema);
    if (schema.path("type").isString()) {
      form.set("type", schema.path("type"));
    }
    return form;
  }

  private JsonNode derive(JsonNode schema) {
    if (!(schema instanceof ObjectNode object)) {
      return schema;
    }
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> keyword : object.properties()) {
      String name = keyword.getKey();
      JsonNode value = keyword.getValue();
      switch (name) {
        case "properties", "patternProperties" -> form.set(name, deriveEach((ObjectNode) value));
        case "additionalProperties" -> form.set(name, derive(value));
        case "type" -> form.set(name, nullable ? withNull(value) : value);
        case "enum" -> form.set(name, nullable ? enumWithNull(value) : value);
        case "const" -> {
          if (!nullable) {
            form.set(name, value);
          }
        }
        case "$ref" -> form.put(name, reference(value.stringValue().substring(DEFS.length())));
        default -> {
          if (!DROPPED.contains(name)) {
            form.set(name, value);
          }
        }
      }
    }
    return form;
  }

  private ObjectNode deriveEach(ObjectNode properties) {
    ObjectNode derived = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      derived.set(property.getKey(), derive(property.getValue()));
    }
    return derived;
  }

  private String reference(String name) {
    String derived = base(name) + suffix;
    if (!defs.has(derived)) {
      JsonNode whole = defs.path(name);
      if (!whole.isObject()) {
        throw new IllegalStateException("no definition " + name);
      }
      defs.set(derived, JsonNodeFactory.instance.objectNode());
      defs.set(derived, derive(whole));
    }
    return DEFS + derived;
  }

  private static String base(String name) {
    for (String form : List.of(".partial", ".layer")) {
      if (name.endsWith(form)) {
        return name.substring(0, name.length() - form.length());
      }
    }
    return name;
  }

  private static JsonNode withNull(JsonNode types) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    List<String> names = new ArrayList<>();
    if (types.isArray()) {
      types.forEach(type -> names.add(type.stringValue()));
    } else {
      names.add(types.stringValue());
    }
    if (!names.contains("null")) {
      names.add("null");
    }
    names.forEach(all::add);
    return all;
  }

  private static JsonNode enumWithNull(JsonNode words) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    boolean has = false;
    for (JsonNode word : words) {
      all.add(word);
      has |= word.isNull();
    }
    return has ? all : all.addNull();
  }
}
