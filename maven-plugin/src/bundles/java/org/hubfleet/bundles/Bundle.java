package org.hubfleet.bundles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of one minor, ready to be written. */
final class Bundle {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, Object> header;
  private final Map<String, Object> definitions;
  private final int kinds;

  private Bundle(Map<String, Object> header, Map<String, Object> definitions, int kinds) {
    this.header = header;
    this.definitions = definitions;
    this.kinds = kinds;
  }

  /** Keeps the definitions that a kind needs. A reference to an unknown definition is a bug. */
  static Bundle of(String minor, List<ClientKind> kinds, Map<String, Object> definitions) {
    Map<String, Object> byKey = new TreeMap<>();
    Set<String> clusterScoped = new TreeSet<>();
    Map<String, Object> needed = new TreeMap<>();
    for (ClientKind kind : kinds) {
      byKey.put(kind.key(), kind.definition());
      if (!kind.namespaced()) {
        clusterScoped.add(kind.key());
      }
      collect(kind.definition(), definitions, needed);
    }
    Map<String, Object> header = Trees.of();
    header.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    header.put("$id", "urn:hubs:kubernetes:" + minor);
    header.put("x-kinds", byKey);
    header.put("x-cluster-scoped", List.copyOf(clusterScoped));
    return new Bundle(header, needed, kinds.size());
  }

  private static void collect(
      String name, Map<String, Object> definitions, Map<String, Object> needed) {
    if (needed.containsKey(name)) {
      return;
    }
    if (!definitions.containsKey(name)) {
      throw new IllegalStateException("no definition is named " + name);
    }
    needed.put(name, Patterns.bounded(definitions.get(name)));
    references(definitions.get(name)).forEach(other -> collect(other, definitions, needed));
  }

  private static Set<String> references(Object tree) {
    Set<String> names = new TreeSet<>();
    if (tree instanceof Map<?, ?> map) {
      String name = Trees.referred(map.get("$ref"));
      if (!name.isEmpty()) {
        names.add(name);
      }
      map.values().forEach(value -> names.addAll(references(value)));
    } else if (tree instanceof List<?> list) {
      list.forEach(item -> names.addAll(references(item)));
    }
    return names;
  }

  /**
   * JSON with one definition a line: small, and a change of one definition is a change of one line.
   */
  String text() {
    StringJoiner lines = new StringJoiner(",\n", "{\n", "\n}\n}\n");
    header.forEach((key, value) -> lines.add(entry(key, value)));
    StringJoiner inner = new StringJoiner(",\n");
    definitions.forEach((name, definition) -> inner.add(entry(name, definition)));
    return lines.add(JSON.writeValueAsString("$defs") + ": {\n" + inner).toString();
  }

  String summary() {
    return kinds + " kinds, " + definitions.size() + " definitions, " + text().length() + " bytes";
  }

  private static String entry(String key, Object value) {
    return JSON.writeValueAsString(key) + ": " + JSON.writeValueAsString(value);
  }
}
