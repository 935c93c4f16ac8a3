package org.hubfleet.e2e.api.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object and a value in it.
 *
 * @param at the way to the value: names of fields and numbers of items
 */
record Planted(ObjectNode object, List<Object> at) {
  private static final Set<String> NOTHING = Set.of("", "0", "false");

  /** The value. */
  JsonNode value() {
    return value(object, at);
  }

  /** The same object and a value one step further. */
  Planted below(Object step) {
    List<Object> further = new ArrayList<>(at);
    further.add(step);
    return new Planted(object, List.copyOf(further));
  }

  /** The way to the value, joined by dots. */
  String text() {
    return at.stream().map(String::valueOf).collect(Collectors.joining("."));
  }

  /** Whether the value differs from none at all. */
  boolean saysSomething() {
    JsonNode value = value();
    return value.isContainer() ? !value.isEmpty() : !NOTHING.contains(value.asString());
  }

  /** Whether another object has something at the same place. */
  boolean isIn(JsonNode other) {
    return !value(other, at).isMissingNode();
  }

  private static JsonNode value(JsonNode from, List<Object> at) {
    JsonNode here = from;
    for (Object step : at) {
      here = step instanceof Integer index ? here.path(index) : here.path((String) step);
    }
    return here;
  }

  /** The object after a change to the value. */
  ObjectNode after(Change change) {
    if (at.isEmpty()) {
      return (ObjectNode) change.value().orElseThrow().deepCopy();
    }
    ObjectNode copy = object.deepCopy();
    JsonNode parent = value(copy, at.subList(0, at.size() - 1));
    Object last = at.get(at.size() - 1);
    if (parent instanceof ArrayNode list) {
      int index = (Integer) last;
      change.value().ifPresentOrElse(value -> list.set(index, value), () -> list.remove(index));
    } else if (parent instanceof ObjectNode map) {
      String name = (String) last;
      if (change.key().isPresent() || change.value().isEmpty()) {
        map.remove(name);
      }
      change.value().ifPresent(value -> map.set(change.key().orElse(name), value));
    }
    return copy;
  }

  /** The same object without the optional fields that stand beside the way to the value. */
  Planted alone(int depth, Facets facets) {
    ObjectNode copy = object.deepCopy();
    JsonNode parent = value(copy, at.subList(0, depth));
    if (parent instanceof ObjectNode map) {
      List<String> others = new ArrayList<>();
      map.propertyNames().forEach(others::add);
      others.removeAll(facets.required());
      others.remove(at.get(depth));
      map.remove(others);
    }
    return new Planted(copy, at);
  }

  /**
   * An object in which a place of its schema is there, filled with small values on the way.
   *
   * @param anew whether a listed example takes the place of what is there, all of it
   */
  static Planted grow(ObjectNode base, Site site, Facets root, Examples examples, boolean anew) {
    ObjectNode copy = base.deepCopy();
    List<Object> at = new ArrayList<>();
    JsonNode here = copy;
    Facets facets = root;
    for (String step : site.path()) {
      if (step.equals(Site.ITEM) && here instanceof ArrayNode list) {
        facets = facets.items().orElseThrow();
        if (list.isEmpty()) {
          list.add(examples.of(facets));
        }
        at.add(0);
        here = list.get(0);
      } else if (here instanceof ObjectNode map) {
        String name = step.equals(Site.VALUE) ? firstKey(map, facets) : step;
        Facets below =
            step.equals(Site.VALUE) ? facets.values().orElseThrow() : facets.fields().get(step);
        Optional<ObjectNode> listed = examples.listed(facets, name);
        if (anew && listed.isPresent()) {
          map.removeAll();
        }
        if (!map.has(name)) {
          listed.ifPresent(example -> addMissing(example, map));
        }
        if (!map.has(name)) {
          map.set(name, examples.of(below));
        }
        facets = below;
        at.add(name);
        here = map.get(name);
      } else {
        throw new IllegalStateException("no way to " + site.text());
      }
    }
    return new Planted(copy, List.copyOf(at));
  }

  private static void addMissing(ObjectNode example, ObjectNode map) {
    for (Map.Entry<String, JsonNode> field : example.properties()) {
      if (!map.has(field.getKey())) {
        map.set(field.getKey(), field.getValue());
      }
    }
  }

  private static String firstKey(ObjectNode map, Facets facets) {
    return map.propertyNames().stream().findFirst().orElseGet(() -> Examples.key(facets));
  }

  /** A copy with one more field. */
  static ObjectNode with(JsonNode map, String name, JsonNode value) {
    ObjectNode copy = ((ObjectNode) map).deepCopy();
    copy.set(name, value);
    return copy;
  }

  /** A copy without a field. */
  static ObjectNode without(JsonNode map, String name) {
    ObjectNode copy = ((ObjectNode) map).deepCopy();
    copy.remove(name);
    return copy;
  }

  /** A list of those items. */
  static ArrayNode list(List<JsonNode> items) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    items.forEach(list::add);
    return list;
  }
}
