package org.hubfleet.schema;

import java.util.Map;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Located trees as the JSON nodes that the schema library reads. */
public final class JsonTrees {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTrees() {}

  /** The same value without origins. */
  public static JsonNode of(Node node) {
    if (node instanceof Mapping mapping) {
      ObjectNode object = NODES.objectNode();
      for (Map.Entry<String, Mapping.Entry> entry : mapping.entries().entrySet()) {
        object.set(entry.getKey(), of(entry.getValue().value()));
      }
      return object;
    }
    if (node instanceof Sequence sequence) {
      ArrayNode array = NODES.arrayNode(sequence.items().size());
      sequence.items().forEach(item -> array.add(of(item)));
      return array;
    }
    if (node instanceof Scalar scalar) {
      return of(scalar);
    }
    throw new AssertionError("unknown node " + node);
  }

  private static JsonNode of(Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> NODES.stringNode(scalar.text());
      case BOOLEAN -> NODES.booleanNode(scalar.isTrue());
      case NULL -> NODES.nullNode();
      case DECIMAL -> NODES.numberNode(scalar.number());
      case INTEGER ->
          scalar.text().length() < 19
              ? NODES.numberNode(Long.parseLong(scalar.text()))
              : NODES.numberNode(scalar.number().toBigInteger());
    };
  }
}
