package org.hubfleet.e2e.api.agreement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The ways to change a value of which its schemas have something to say, on both sides of it. */
final class Changes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int PAIRS = 12;

  private final Examples examples;
  private final Random random;
  private final List<Change> found = new ArrayList<>();

  private Changes(Examples examples, Random random) {
    this.examples = examples;
    this.random = random;
  }

  /** All of them, in the same order for the same random numbers. */
  static List<Change> of(Facets facets, JsonNode value, Examples examples, Random random) {
    Changes changes = new Changes(examples, random);
    changes.types(facets, value);
    changes.words(facets);
    Set<String> types = facets.types();
    if (types.contains("string")) {
      changes.texts(facets);
    }
    if (types.contains("integer") || types.contains("number")) {
      changes.numbers(facets);
    }
    if (value instanceof ArrayNode list) {
      changes.lists(facets, list);
    }
    if (value instanceof ObjectNode map) {
      changes.maps(facets, map);
      changes.fields(facets, map);
    }
    return changes.found;
  }

  private void put(String operation, JsonNode value) {
    found.add(Change.put(operation, value));
  }

  private void types(Facets facets, JsonNode value) {
    put("retype", NODES.nullNode());
    put("retype", NODES.numberNode(7));
    put("retype", NODES.booleanNode(true));
    put("retype", NODES.stringNode(value.isValueNode() ? value.asString() : "a"));
    put("retype", NODES.objectNode());
    put("retype", NODES.arrayNode());
    put("retype", Planted.list(List.of(value)));
    put("retype", NODES.objectNode().set("a", value));
  }

  private void words(Facets facets) {
    for (JsonNode word : facets.words()) {
      put("enum", word);
      if (word.isString() && !word.stringValue().isEmpty()) {
        String text = word.stringValue();
        put("enum", NODES.stringNode(swapCase(text)));
        put("enum", NODES.stringNode(text + "s"));
      }
    }
    if (!facets.words().isEmpty()) {
      put("enum", NODES.stringNode("Sometimes"));
      put("enum", NODES.stringNode(""));
    }
  }

  static String swapCase(String text) {
    char first = text.charAt(0);
    char other =
        Character.isUpperCase(first) ? Character.toLowerCase(first) : Character.toUpperCase(first);
    return other + text.substring(1);
  }

  private void texts(Facets facets) {
    String operation = Operation.ofText(facets);
    Words.ALL.forEach(word -> put(operation, NODES.stringNode(word)));
    for (String keyword : List.of("maxLength", "minLength")) {
      for (JsonNode bound : facets.all(keyword)) {
        int length = bound.intValue();
        put("size", NODES.stringNode("a".repeat(length)));
        put("size", NODES.stringNode("a".repeat(length + 1)));
        put("size", NODES.stringNode("a".repeat(Math.max(0, length - 1))));
      }
    }
  }

  private void numbers(Facets facets) {
    Set<BigInteger> numbers = new LinkedHashSet<>();
    for (String keyword : List.of("minimum", "maximum", "exclusiveMinimum")) {
      for (JsonNode bound : facets.all(keyword)) {
        for (int step = -1; step < 2; step++) {
          numbers.add(bound.bigIntegerValue().add(BigInteger.valueOf(step)));
        }
      }
    }
    for (long plain : new long[] {-1, 0, 1, 2, 100, 101, 511, 512, 3600, 65535, 65536}) {
      numbers.add(BigInteger.valueOf(plain));
    }
    for (int bits : new int[] {31, 32, 63}) {
      numbers.add(BigInteger.TWO.pow(bits).subtract(BigInteger.ONE));
      numbers.add(BigInteger.TWO.pow(bits));
      numbers.add(BigInteger.TWO.pow(bits).negate());
    }
    numbers.forEach(number -> put("bounds", NODES.numberNode(number)));
    put("retype", NODES.numberNode(1.5));
    put("retype", NODES.stringNode("1"));
  }

  private void lists(Facets facets, ArrayNode list) {
    put("size", NODES.arrayNode());
    for (JsonNode item : list) {
      put("repeat", Planted.list(List.of(item, item)));
      break;
    }
    for (String keyword : List.of("maxItems", "minItems")) {
      for (JsonNode bound : facets.all(keyword)) {
        for (int step = -1; step < 2; step++) {
          put("size", filled(list, facets, Math.max(0, bound.intValue() + step)));
        }
      }
    }
    facets.items().ifPresent(items -> put("retype", Planted.list(List.of(NODES.nullNode()))));
    put("size", filled(list, facets, 2));
    keyed(facets, list);
  }

  /** Items that are told apart by some fields, of which one of a time is equal. */
  private void keyed(Facets facets, ArrayNode list) {
    if (list.isEmpty() || !(list.get(0) instanceof ObjectNode)) {
      return;
    }
    ArrayNode two = filled(list, facets, 2);
    for (String name : two.get(0).propertyNames()) {
      if (two.get(1) instanceof ObjectNode second) {
        put(
            "repeat",
            Planted.list(List.of(two.get(0), Planted.with(second, name, two.get(0).get(name)))));
      }
    }
  }

  /** That many items, as different from each other as small values are. */
  private ArrayNode filled(ArrayNode list, Facets facets, int count) {
    JsonNode first =
        list.isEmpty()
            ? facets.items().map(examples::of).orElse(NODES.stringNode("a"))
            : list.get(0);
    ArrayNode made = NODES.arrayNode();
    for (int i = 0; i < count && i < 3000; i++) {
      made.add(i == 0 ? first : varied(first, i));
    }
    return made;
  }

  private static JsonNode varied(JsonNode value, int number) {
    if (value.isString()) {
      return NODES.stringNode(value.stringValue() + number);
    }
    if (value.isIntegralNumber()) {
      return NODES.numberNode(value.longValue() + number);
    }
    if (value instanceof ObjectNode map) {
      ObjectNode copy = map.deepCopy();
      for (String key :
          List.of(
              "name",
              "containerPort",
              "port",
              "key",
              "ip",
              "mountPath",
              "host",
              "uid",
              "topologyKey",
              "secretName",
              "path")) {
        if (copy.has(key)) {
          copy.set(key, varied(copy.get(key), number));
        }
      }
      return copy;
    }
    return value;
  }

  private void maps(Facets facets, ObjectNode map) {
    put("size", NODES.objectNode());
    if (facets.values().isEmpty() || !facets.fields().isEmpty()) {
      return;
    }
    JsonNode value = map.isEmpty() ? examples.of(facets.values().get()) : map.iterator().next();
    for (String word : Words.ALL) {
      put("key", NODES.objectNode().set(word, value));
    }
  }

  private void fields(Facets facets, ObjectNode map) {
    Map<String, Facets> known = facets.fields();
    if (known.isEmpty()) {
      return;
    }
    put("misplace", Planted.with(map, "surplus", NODES.stringNode("a")));
    for (String name : List.of("metadata", "spec", "name", "labels", "image", "data", "status")) {
      if (!known.containsKey(name)) {
        put("misplace", Planted.with(map, name, NODES.objectNode()));
      }
    }
    for (String name : List.copyOf(map.propertyNames())) {
      put("drop", Planted.without(map, name));
      if (!name.isEmpty()) {
        ObjectNode renamed = Planted.without(map, name);
        put("rename", renamed.deepCopy().set(swapCase(name), map.get(name)));
        put("rename", renamed.deepCopy().set(name + "s", map.get(name)));
      }
    }
    for (String name : facets.refused()) {
      put("refused", Planted.with(map, name, NODES.stringNode("a")));
      put("refused", Planted.with(map, name, NODES.numberNode(1)));
      put("refused", Planted.with(map, name, NODES.booleanNode(true)));
      put("refused", Planted.with(map, name, NODES.objectNode()));
      put("refused", Planted.with(map, name, NODES.arrayNode()));
    }
    pairs(known, map);
  }

  /** Two fields together, words of one beside the presence of another. */
  private void pairs(Map<String, Facets> known, ObjectNode map) {
    List<String> names = List.copyOf(known.keySet());
    for (int i = 0; i < PAIRS; i++) {
      String one = names.get(random.nextInt(names.size()));
      String other = names.get(random.nextInt(names.size()));
      ObjectNode changed = map.deepCopy();
      List<JsonNode> words = known.get(one).words();
      changed.set(
          one,
          words.isEmpty() ? examples.of(known.get(one)) : words.get(random.nextInt(words.size())));
      if (changed.has(other) && random.nextBoolean()) {
        changed.remove(other);
      } else {
        changed.set(other, examples.of(known.get(other)));
      }
      put("combine", changed);
    }
    for (String name : names) {
      List<JsonNode> words = known.get(name).words();
      for (JsonNode word : words) {
        String other = names.get(random.nextInt(names.size()));
        ObjectNode changed = Planted.with(map, name, word);
        changed.set(other, examples.of(known.get(other)));
        put("combine", changed);
      }
    }
  }
}
