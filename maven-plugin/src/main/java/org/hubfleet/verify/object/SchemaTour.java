package org.hubfleet.verify.object;

import org.hubfleet.schema.Shape;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;

/**
 * A walk through a tree and its schema side by side, for what JSON Schema has no word for. Comes to
 * each value once with every schema that stands at its place or is referred to there.
 */
final class SchemaTour {
  /** What is looked at on the way. */
  interface Visitor {
    void visit(JsonNode schema, Node node, ValuePath path);
  }

  private static final String LOCAL = "#/$defs/";

  private final JsonNode definitions;
  private final Visitor visitor;

  private SchemaTour(JsonNode definitions, Visitor visitor) {
    this.definitions = definitions;
    this.visitor = visitor;
  }

  /** Walks through the whole tree. */
  static void of(Shape shape, Node tree, Visitor visitor) {
    SchemaTour tour = new SchemaTour(shape.document().path("$defs"), visitor);
    tour.walk(shape.document(), tree, ValuePath.ROOT);
  }

  /** What a schema refers to, or the schema itself. */
  static JsonNode resolved(Shape shape, JsonNode schema) {
    String reference = schema.path("$ref").stringValue("");
    return reference.startsWith(LOCAL)
        ? shape.document().path("$defs").path(reference.substring(LOCAL.length()))
        : schema;
  }

  private void walk(JsonNode schema, Node node, ValuePath path) {
    String reference = schema.path("$ref").stringValue("");
    if (reference.startsWith(LOCAL)) {
      walk(definitions.path(reference.substring(LOCAL.length())), node, path);
    }
    if (schema.isMissingNode() || (schema.size() == 1 && !reference.isEmpty())) {
      return;
    }
    visitor.visit(schema, node, path);
    if (node instanceof Mapping mapping) {
      mapping
          .entries()
          .forEach((key, entry) -> walk(below(schema, key), entry.value(), path.key(key)));
    } else if (node instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        walk(schema.path("items"), sequence.items().get(i), path.index(i));
      }
    }
  }

  private static JsonNode below(JsonNode schema, String key) {
    JsonNode property = schema.path("properties").path(key);
    return property.isMissingNode() ? schema.path("additionalProperties") : property;
  }
}
