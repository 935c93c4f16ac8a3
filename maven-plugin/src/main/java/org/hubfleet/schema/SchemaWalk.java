package org.hubfleet.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;

/**
 * Walks a tree beside its schema document, so that annotations such as {@code x-credential} meet
 * the values they are about. Values that the schema does not know are walked too. Safe for threads.
 */
public final class SchemaWalk {
  private final JsonNode document;
  private final JsonNode definitions;
  private final SchemaPlace ofMap;
  private final SchemaPlace ofOther;

  /** Walks beside that document. */
  public SchemaWalk(JsonNode document) {
    this.document = document;
    this.definitions = document.path("$defs");
    this.ofMap = SchemaPlace.root(document, true);
    this.ofOther = SchemaPlace.root(document, false);
  }

  /** Shows every value of the tree, parents first, in order. */
  public void walk(Node tree, ValuePath root, Consumer<SchemaStep> visitor) {
    visit(SchemaStep.root(tree, root, tree instanceof Mapping ? ofMap : ofOther), visitor);
  }

  private void visit(SchemaStep step, Consumer<SchemaStep> visitor) {
    visitor.accept(step);
    if (step.value() instanceof Mapping map) {
      for (Map.Entry<String, Mapping.Entry> entry : map.entries().entrySet()) {
        visit(step.child(entry), visitor);
      }
    } else if (step.value() instanceof Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        visit(step.item(i, list.items().get(i)), visitor);
      }
    }
  }

  /** Whether a value can stand at a path: the schema knows each key, or is open at one. */
  public boolean knows(ValuePath path) {
    for (int length = path.segments().size(); length > 0; length--) {
      List<JsonNode> schemas = at(new ValuePath(path.segments().subList(0, length)));
      if (!schemas.isEmpty()) {
        return length == path.segments().size() || schemas.stream().anyMatch(SchemaWalk::isOpen);
      }
    }
    return false;
  }

  /** Whether an annotation is true at a path or at a map above it. */
  boolean isOnTheWay(ValuePath path, String annotation) {
    for (int length = path.segments().size(); length > 0; length--) {
      List<JsonNode> schemas = at(new ValuePath(path.segments().subList(0, length)));
      if (schemas.stream().anyMatch(schema -> schema.path(annotation).asBoolean(false))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpen(JsonNode schema) {
    boolean map = schema.path("type").stringValue("").equals("object");
    return map && schema.path("additionalProperties").isMissingNode();
  }

  /** All schemas of a path, as if a map stood there; empty when the schema does not know it. */
  List<JsonNode> at(ValuePath path) {
    List<JsonNode> here = new ArrayList<>();
    SchemaPlace.expand(document, true, definitions, here);
    for (ValuePath.Segment segment : path.segments()) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode schema : here) {
        JsonNode child = childOf(schema, segment);
        if (child.isObject()) {
          SchemaPlace.expand(child, true, definitions, next);
        }
      }
      here = next;
    }
    return here;
  }

  private static JsonNode childOf(JsonNode schema, ValuePath.Segment segment) {
    if (segment instanceof ValuePath.Key key) {
      JsonNode property = schema.path("properties").path(key.name());
      return property.isObject() ? property : schema.path("additionalProperties");
    }
    return segment instanceof ValuePath.AnyKey
        ? schema.path("additionalProperties")
        : schema.path("items");
  }
}
