package org.hubfleet.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the schema says about a path: the annotations of every schema that may describe it. */
final class SchemaPlaces {
  private static final String DEFS = "#/$defs/";
  private static final Set<String> BRANCHES = Set.of("then", "else");
  private static final Set<String> CHOICES = Set.of("allOf", "anyOf", "oneOf");

  private static final int DEEPEST = 12;

  private final JsonNode document;

  SchemaPlaces(JsonNode document) {
    this.document = document;
  }

  /** The schemas that describe the value at a path; empty when nothing is known of it. */
  List<JsonNode> at(ValuePath path) {
    List<JsonNode> schemas = expand(List.of(document));
    for (ValuePath.Segment segment : path.segments()) {
      schemas = step(schemas, segment);
    }
    return schemas;
  }

  /** Whether an annotation of the value itself is true. */
  boolean isMarked(ValuePath path, String annotation) {
    return at(path).stream().anyMatch(schema -> schema.path(annotation).asBoolean(false));
  }

  /** The text of an annotation of the value, or of the nearest of its parents that has it. */
  Optional<String> inherited(ValuePath path, String annotation) {
    List<JsonNode> schemas = expand(List.of(document));
    Optional<String> found = text(schemas, annotation);
    for (ValuePath.Segment segment : path.segments()) {
      schemas = step(schemas, segment);
      Optional<String> here = text(schemas, annotation);
      found = here.isPresent() ? here : found;
    }
    return found;
  }

  /** The text of an annotation of the value itself. */
  Optional<String> text(ValuePath path, String annotation) {
    return text(at(path), annotation);
  }

  /** The path with list items as {@code []} and keys of people's choice as {@code *}. */
  ValuePath pattern(ValuePath path) {
    List<ValuePath.Segment> pattern = new ArrayList<>();
    List<JsonNode> schemas = expand(List.of(document));
    for (ValuePath.Segment segment : path.segments()) {
      boolean free =
          segment instanceof ValuePath.Key key
              && schemas.stream()
                  .anyMatch(
                      schema ->
                          schema.path("additionalProperties").isObject()
                              && !schema.path("properties").has(key.name()));
      pattern.add(
          segment instanceof ValuePath.Index
              ? new ValuePath.AnyItem()
              : free ? new ValuePath.AnyKey() : segment);
      schemas = step(schemas, segment);
    }
    return new ValuePath(pattern);
  }

  private static Optional<String> text(List<JsonNode> schemas, String annotation) {
    return schemas.stream()
        .map(schema -> schema.path(annotation))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .findFirst();
  }

  private List<JsonNode> step(List<JsonNode> schemas, ValuePath.Segment segment) {
    List<JsonNode> next = new ArrayList<>();
    for (JsonNode schema : schemas) {
      if (segment instanceof ValuePath.Key key) {
        JsonNode named = schema.path("properties").path(key.name());
        next.add(named.isObject() ? named : schema.path("additionalProperties"));
        next.addAll(below(schema.path("x-below"), key.name()));
      } else {
        next.add(schema.path("items"));
      }
    }
    return expand(next);
  }

  /** Annotations that a parent gives for keys further down, as {@code Class.trait}. */
  private static List<JsonNode> below(JsonNode patterns, String key) {
    ObjectNode further = JsonNodeFactory.instance.objectNode();
    List<JsonNode> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> pattern : patterns.properties()) {
      int dot = pattern.getKey().indexOf('.');
      String head = dot < 0 ? pattern.getKey() : pattern.getKey().substring(0, dot);
      if (head.equals("*") || head.equals(key)) {
        if (dot < 0) {
          found.add(pattern.getValue());
        } else {
          further.set(pattern.getKey().substring(dot + 1), pattern.getValue());
        }
      }
    }
    if (!further.isEmpty()) {
      found.add(JsonNodeFactory.instance.objectNode().set("x-below", further));
    }
    return found;
  }

  private List<JsonNode> expand(List<JsonNode> schemas) {
    List<JsonNode> found = new ArrayList<>();
    schemas.forEach(schema -> expand(schema, found, 0));
    return found;
  }

  private void expand(JsonNode schema, List<JsonNode> found, int depth) {
    boolean known = found.stream().anyMatch(other -> other == schema);
    if (known || !schema.isObject() || depth > DEEPEST) {
      return;
    }
    found.add(schema);
    String reference = schema.path("$ref").stringValue("");
    if (reference.startsWith(DEFS)) {
      expand(document.path("$defs").path(reference.substring(DEFS.length())), found, depth + 1);
    }
    BRANCHES.forEach(branch -> expand(schema.path(branch), found, depth + 1));
    CHOICES.forEach(choice -> schema.path(choice).forEach(s -> expand(s, found, depth + 1)));
  }
}
