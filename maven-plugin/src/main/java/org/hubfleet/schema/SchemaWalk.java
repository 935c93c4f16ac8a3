package org.hubfleet.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;

/**
 * Walks a tree beside its schema document, so that annotations such as {@code x-credential} meet
 * the values they are about. Values that the schema does not know are walked too.
 */
public final class SchemaWalk {
  private static final String LOCAL = "#/$defs/";

  private final JsonNode document;
  private final JsonNode definitions;

  /**
   * One value on the way.
   *
   * @param key where its key stands, or the value itself in a list
   * @param schemas all that describe it, the nearest first; empty when the schema does not know it
   * @param named whether the schema knows the key by its name
   * @param above the steps that led here, the root first, without this one
   */
  public record Step(
      ValuePath path,
      Place key,
      Node value,
      List<JsonNode> schemas,
      boolean named,
      List<Step> above) {
    /** The text of an annotation of the value. */
    public Optional<String> text(String annotation) {
      for (JsonNode schema : schemas) {
        JsonNode found = schema.path(annotation);
        if (found.isString()) {
          return Optional.of(found.stringValue());
        }
      }
      return Optional.empty();
    }

    /** Whether an annotation is true. */
    public boolean is(String annotation) {
      return schemas.stream().anyMatch(schema -> schema.path(annotation).asBoolean(false));
    }

    /** The words of an annotation that is a list. */
    public List<String> words(String annotation) {
      List<String> words = new ArrayList<>();
      for (JsonNode schema : schemas) {
        schema.path(annotation).forEach(word -> words.add(word.stringValue("")));
      }
      return words;
    }

    /** The text of an annotation of the value or of the nearest map above that has it. */
    public Optional<String> inherited(String annotation) {
      Optional<String> found = text(annotation);
      for (int i = above.size() - 1; i >= 0 && found.isEmpty(); i--) {
        found = above.get(i).text(annotation);
      }
      return found;
    }

    /** The last key of the path, empty for the root. */
    public String name() {
      for (int i = path.segments().size() - 1; i >= 0; i--) {
        if (path.segments().get(i) instanceof ValuePath.Key last) {
          return last.name();
        }
      }
      return "";
    }
  }

  /** Walks beside that document. */
  public SchemaWalk(JsonNode document) {
    this.document = document;
    this.definitions = document.path("$defs");
  }

  /** Shows every value of the tree, parents first, in order. */
  public void walk(Node tree, ValuePath root, Consumer<Step> visitor) {
    Step first =
        new Step(root, tree.origin().place(), tree, expand(document, tree), true, List.of());
    visit(first, visitor);
  }

  private void visit(Step step, Consumer<Step> visitor) {
    visitor.accept(step);
    if (step.value() instanceof Mapping map && !map.isEmpty()) {
      List<Step> above = plus(step);
      for (Map.Entry<String, Mapping.Entry> entry : map.entries().entrySet()) {
        visit(child(step, above, entry.getKey(), entry.getValue()), visitor);
      }
    } else if (step.value() instanceof Sequence list && !list.items().isEmpty()) {
      List<Step> above = plus(step);
      for (int i = 0; i < list.items().size(); i++) {
        visit(item(step, above, i, list.items().get(i)), visitor);
      }
    }
  }

  private static List<Step> plus(Step step) {
    List<Step> above = new ArrayList<>(step.above());
    above.add(step);
    return above;
  }

  private Step child(Step step, List<Step> above, String key, Mapping.Entry entry) {
    List<JsonNode> schemas = new ArrayList<>();
    boolean named = false;
    for (JsonNode schema : step.schemas()) {
      JsonNode property = schema.path("properties").path(key);
      named |= property.isObject();
      add(property.isObject() ? property : schema.path("additionalProperties"), entry, schemas);
    }
    return new Step(
        step.path().key(key), entry.key().place(), entry.value(), schemas, named, above);
  }

  private void add(JsonNode schema, Mapping.Entry entry, List<JsonNode> schemas) {
    if (schema.isObject()) {
      schemas.addAll(expand(schema, entry.value()));
    }
  }

  private Step item(Step step, List<Step> above, int index, Node value) {
    List<JsonNode> schemas = new ArrayList<>();
    for (JsonNode schema : step.schemas()) {
      if (schema.path("items").isObject()) {
        schemas.addAll(expand(schema.path("items"), value));
      }
    }
    return new Step(
        step.path().index(index), value.origin().place(), value, schemas, step.named(), above);
  }

  /** The schema and all it applies to that value, through references and branches. */
  private List<JsonNode> expand(JsonNode schema, Node value) {
    List<JsonNode> all = new ArrayList<>();
    expand(schema, value, all);
    return all;
  }

  private void expand(JsonNode schema, Node value, List<JsonNode> all) {
    all.add(schema);
    JsonNode reference = schema.path("$ref");
    if (reference.isString() && reference.stringValue().startsWith(LOCAL)) {
      expand(definitions.path(reference.stringValue().substring(LOCAL.length())), value, all);
    }
    boolean ofMaps = schema.path("if").path("type").stringValue("").equals("object");
    if (ofMaps && value instanceof Mapping) {
      expand(schema.path("then"), value, all);
    }
    schema.path("anyOf").forEach(branch -> expand(branch, value, all));
    schema.path("allOf").forEach(branch -> expand(branch, value, all));
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
    Node map = Mapping.empty(Origin.at(Place.ofFile(""), Layer.COMPILER));
    expand(document, map, here);
    for (ValuePath.Segment segment : path.segments()) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode schema : here) {
        JsonNode child = childOf(schema, segment);
        if (child.isObject()) {
          expand(child, map, next);
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
