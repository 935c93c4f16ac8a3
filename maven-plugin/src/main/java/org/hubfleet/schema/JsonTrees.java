package org.hubfleet.schema;

import java.util.Map;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Located trees as the JSON nodes that the schema library reads. */
public final class JsonTrees {
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTrees() {}

  /**
   * Reads JSON of ours; throws when it is none. An object mapper would do the same, but it loads
   * hundreds of classes first.
   */
  public static JsonNode read(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return next(parser);
    }
  }

  /** The value that begins at the parser's token; leaves it at the last token of the value. */
  private static JsonNode next(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = NODES.objectNode();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
          parser.nextToken();
          object.set(key, next(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(next(parser));
        }
        yield array;
      }
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.INT
              ? NODES.numberNode(parser.getIntValue())
              : NODES.numberNode(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new IllegalStateException("no JSON: " + parser.currentToken());
    };
  }

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
