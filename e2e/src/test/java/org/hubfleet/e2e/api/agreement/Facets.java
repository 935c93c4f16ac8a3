package org.hubfleet.e2e.api.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * All schemas that hold at one place whatever stands beside it: the schema there, what it refers to
 * and what it joins by {@code allOf}.
 *
 * @param schemas at least one; later ones were referred to by earlier ones
 * @param names of the definitions among them, nearest first
 */
record Facets(List<JsonNode> schemas, List<String> names, JsonNode definitions) {
  private static final String LOCAL = "#/$defs/";

  static Facets of(JsonNode schema, JsonNode definitions) {
    List<JsonNode> schemas = new ArrayList<>();
    List<String> names = new ArrayList<>();
    collect(schema, definitions, schemas, names);
    return new Facets(List.copyOf(schemas), List.copyOf(names), definitions);
  }

  private static void collect(
      JsonNode schema, JsonNode definitions, List<JsonNode> schemas, List<String> names) {
    if (!schema.isObject()) {
      return;
    }
    schemas.add(schema);
    String reference = schema.path("$ref").stringValue("");
    if (reference.startsWith(LOCAL)) {
      String name = reference.substring(LOCAL.length());
      names.add(name);
      collect(definitions.path(name), definitions, schemas, names);
    }
    for (JsonNode part : schema.path("allOf")) {
      if (!part.has("if")) {
        collect(part, definitions, schemas, names);
      }
    }
  }

  /** The fields an object may have here, in the order of the schemas, without those ruled out. */
  Map<String, Facets> fields() {
    Map<String, List<JsonNode>> found = new LinkedHashMap<>();
    for (JsonNode schema : schemas) {
      for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
        found.computeIfAbsent(field.getKey(), name -> new ArrayList<>()).add(field.getValue());
      }
    }
    Set<String> refused = refused();
    Map<String, Facets> fields = new LinkedHashMap<>();
    found.forEach(
        (name, all) -> {
          if (!refused.contains(name)) {
            fields.put(name, joined(all));
          }
        });
    return fields;
  }

  /** The fields that are ruled out here. */
  Set<String> refused() {
    Set<String> found = new LinkedHashSet<>();
    for (JsonNode schema : schemas) {
      for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
        if (field.getValue().isBoolean() && !field.getValue().booleanValue()) {
          found.add(field.getKey());
        }
      }
    }
    return found;
  }

  /** What the items of a list here must be; absent when this is no list. */
  Optional<Facets> items() {
    return below("items");
  }

  /** What the values of a map here must be; absent when keys are fixed. */
  Optional<Facets> values() {
    return below("additionalProperties");
  }

  /** What the keys of a map here must be. */
  Optional<Facets> keys() {
    return below("propertyNames");
  }

  private Optional<Facets> below(String keyword) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode schema : schemas) {
      if (schema.path(keyword).isObject()) {
        found.add(schema.path(keyword));
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(joined(found));
  }

  private Facets joined(List<JsonNode> all) {
    List<JsonNode> more = new ArrayList<>();
    List<String> found = new ArrayList<>();
    all.forEach(schema -> collect(schema, definitions, more, found));
    return new Facets(List.copyOf(more), List.copyOf(found), definitions);
  }

  /** The fields that must be there. */
  Set<String> required() {
    Set<String> found = new LinkedHashSet<>();
    for (JsonNode schema : schemas) {
      schema.path("required").forEach(name -> found.add(name.stringValue()));
    }
    return found;
  }

  /** The words allowed; empty when any are. */
  List<JsonNode> words() {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode schema : schemas) {
      if (schema.has("const")) {
        return List.of(schema.path("const"));
      }
      if (found.isEmpty()) {
        schema.path("enum").forEach(found::add);
      }
    }
    return found;
  }

  /** The types allowed, by the schemas' words; empty when any are. */
  Set<String> types() {
    Set<String> found = new LinkedHashSet<>();
    for (JsonNode schema : schemas) {
      JsonNode type = schema.path("type");
      Set<String> here = new LinkedHashSet<>();
      type.stringValueOpt().ifPresent(here::add);
      type.forEach(word -> here.add(word.stringValue()));
      if (found.isEmpty()) {
        found.addAll(here);
      } else if (!here.isEmpty()) {
        found.retainAll(here);
      }
    }
    return found;
  }

  /** The values a keyword has in these schemas. */
  List<JsonNode> all(String keyword) {
    return schemas.stream()
        .filter(schema -> schema.has(keyword))
        .map(s -> s.path(keyword))
        .toList();
  }

  /** The largest number a keyword has in these schemas, or another where it stands nowhere. */
  long largest(String keyword, long otherwise) {
    return all(keyword).stream().mapToLong(JsonNode::longValue).max().orElse(otherwise);
  }

  /** Whether this refers to a definition of that name. */
  boolean is(String name) {
    return names.contains(name);
  }
}
