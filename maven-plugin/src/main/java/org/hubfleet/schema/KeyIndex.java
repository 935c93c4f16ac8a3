package org.hubfleet.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;

/**
 * Where every key of a schema document stands: below the place in question, beside what it stands
 * in, or anywhere else.
 */
public final class KeyIndex implements KeyPlaces {
  private static final String LOCAL = "#/$defs/";
  private static final String TRAITS = "x-traits";
  private static final String TRAIT_CLASSES = "x-trait-classes";
  private static final int MOST = 3;
  private static final int DEEPEST = 14;
  private static final int BELOW = 3;

  private final Map<String, List<ValuePath>> places = new TreeMap<>();
  private final JsonNode definitions;
  private final ValuePath root;
  private final SchemaWalk walk;

  /**
   * @param root the path of the document's values
   * @param shut names of definitions whose inside is not indexed
   * @param further paths of traits, by key; those in the document are not indexed
   */
  public KeyIndex(
      JsonNode document,
      ValuePath root,
      Predicate<String> shut,
      Map<String, List<ValuePath>> further) {
    this.definitions = document.path("$defs");
    this.root = root;
    this.walk = new SchemaWalk(document);
    index(document, root, shut);
    further.forEach((key, paths) -> paths.forEach(path -> put(key, path)));
  }

  private void index(JsonNode schema, ValuePath at, Predicate<String> shut) {
    if (at.segments().size() > DEEPEST || schema.has(TRAITS) || schema.has(TRAIT_CLASSES)) {
      return;
    }
    String reference = schema.path("$ref").stringValue("");
    if (reference.startsWith(LOCAL)) {
      String name = reference.substring(LOCAL.length());
      if (!shut.test(name)) {
        index(definitions.path(name), at, shut);
      }
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      ValuePath path = at.key(property.getKey());
      put(property.getKey(), path);
      index(property.getValue(), path, shut);
    }
    if (schema.path("additionalProperties").isObject()) {
      index(schema.path("additionalProperties"), at.anyKey(), shut);
    }
    if (schema.path("items").isObject()) {
      index(schema.path("items"), at.anyItem(), shut);
    }
  }

  private void put(String key, ValuePath path) {
    List<ValuePath> known = places.computeIfAbsent(key, k -> new ArrayList<>());
    if (!known.contains(path)) {
      known.add(path);
    }
  }

  @Override
  public List<String> placesOf(String key, ValuePath near) {
    Set<String> found = new LinkedHashSet<>();
    if (startsWith(near, root)) {
      below(key, near).forEach(path -> found.add(path.toString()));
      if (found.isEmpty()) {
        above(key, near).forEach(path -> found.add(path.toString()));
      }
    }
    if (found.isEmpty()) {
      places.getOrDefault(key, List.of()).stream()
          .sorted(
              Comparator.comparingInt((ValuePath path) -> -common(path, near))
                  .thenComparingInt(path -> path.segments().size()))
          .forEach(path -> found.add(path.toString()));
    }
    return found.stream().limit(MOST).toList();
  }

  /** Paths at which the key exists deeper inside. */
  private List<ValuePath> below(String key, ValuePath near) {
    List<ValuePath> found = new ArrayList<>();
    for (JsonNode schema : walk.at(rest(near))) {
      search(key, schema, near, BELOW, found);
    }
    return found;
  }

  private void search(String key, JsonNode schema, ValuePath at, int depth, List<ValuePath> found) {
    if (schema.has(TRAIT_CLASSES)) {
      return;
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      ValuePath path = at.key(property.getKey());
      if (property.getKey().equals(key)) {
        found.add(path);
      } else if (depth > 0 && found.isEmpty()) {
        resolved(property.getValue()).forEach(s -> search(key, s, path, depth - 1, found));
      }
    }
  }

  private List<JsonNode> resolved(JsonNode schema) {
    List<JsonNode> all = new ArrayList<>();
    JsonNode next = schema;
    while (next.isObject() && all.size() < 4) {
      all.add(next);
      String reference = next.path("$ref").stringValue("");
      next =
          definitions.path(reference.startsWith(LOCAL) ? reference.substring(LOCAL.length()) : "");
    }
    return all;
  }

  /** The nearest map further out that has the key. */
  private List<ValuePath> above(String key, ValuePath near) {
    for (int length = near.segments().size() - 1; length > root.segments().size(); length--) {
      ValuePath outer = new ValuePath(near.segments().subList(0, length));
      for (JsonNode schema : walk.at(rest(outer))) {
        if (schema.path("properties").path(key).isObject()) {
          return List.of(outer.key(key));
        }
      }
    }
    return List.of();
  }

  private ValuePath rest(ValuePath path) {
    return new ValuePath(path.segments().subList(root.segments().size(), path.segments().size()));
  }

  private static boolean startsWith(ValuePath path, ValuePath start) {
    int length = start.segments().size();
    return path.segments().size() >= length
        && path.segments().subList(0, length).equals(start.segments());
  }

  private static int common(ValuePath path, ValuePath near) {
    int most = Math.min(path.segments().size(), near.segments().size());
    int same = 0;
    while (same < most && path.segments().get(same).equals(near.segments().get(same))) {
      same++;
    }
    return same;
  }
}
