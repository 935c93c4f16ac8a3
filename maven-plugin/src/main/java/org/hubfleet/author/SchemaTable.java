package org.hubfleet.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.hubfleet.source.YamlWriter;
import tools.jackson.databind.JsonNode;

/** The keys of a schema as rows of a Markdown table, parents first. */
final class SchemaTable {
  private static final String LOCAL = "#/$defs/";

  private final JsonNode definitions;

  SchemaTable(JsonNode definitions) {
    this.definitions = definitions;
  }

  List<String> rows(JsonNode schema) {
    List<String> rows = new ArrayList<>();
    below("", schema, List.of(), rows);
    return rows;
  }

  private void below(String prefix, JsonNode schema, List<String> seen, List<String> rows) {
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(key -> required.add(key.stringValue()));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String path = prefix + property.getKey();
      row(path, property.getValue(), required.contains(property.getKey()), seen, rows);
    }
    JsonNode each = schema.path("additionalProperties");
    if (each.isObject()) {
      row(prefix + "<name>", each, false, seen, rows);
    }
    for (JsonNode branch : schema.path("anyOf")) {
      below(prefix, target(branch), seen, rows);
    }
    JsonNode items = target(schema.path("items"));
    if (items.path("properties").isObject()) {
      below(
          prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1) + "[].",
          items,
          seen,
          rows);
    }
  }

  private void row(
      String path, JsonNode property, boolean required, List<String> seen, List<String> rows) {
    String reference = property.path("$ref").stringValue("");
    JsonNode schema = target(property);
    JsonNode described = property.has("description") ? property : schema;
    List<String> words = new ArrayList<>();
    words.add(described.path("description").stringValue("").strip());
    if (required) {
      words.add("Required.");
    }
    enumeration(schema).ifPresent(words::add);
    if (schema.has("default")) {
      words.add("By default `" + inline(schema.path("default")) + "`.");
    }
    for (JsonNode example : described.path("examples")) {
      words.add("Example: `" + inline(example) + "`.");
    }
    if (words.stream().allMatch(String::isEmpty)) {
      return; // a text by a name: the row above says all of it
    }
    rows.add("| `" + path + "` | " + String.join(" ", words).replace("|", "\\|") + " |");
    if (!seen.contains(reference)) {
      List<String> deeper = new ArrayList<>(seen);
      if (!reference.isEmpty()) {
        deeper.add(reference);
      }
      below(path + ".", schema, deeper, rows);
    }
  }

  private JsonNode target(JsonNode schema) {
    String reference = schema.path("$ref").stringValue("");
    return reference.startsWith(LOCAL)
        ? definitions.path(reference.substring(LOCAL.length()))
        : schema;
  }

  private static Optional<String> enumeration(JsonNode schema) {
    List<String> words = new ArrayList<>();
    schema.path("enum").forEach(word -> words.add("`" + inline(word) + "`"));
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of("One of " + String.join(", ", words) + ".");
  }

  /** The value as people would write it on one line. */
  private static String inline(JsonNode value) {
    if (value.isString()) {
      Node read =
          YamlReader.ofOurs()
              .read("example", value.toString(), Layer.COMPILER)
              .value()
              .orElseThrow();
      return YamlWriter.write(read).strip();
    }
    if (value.isObject()) {
      List<String> entries = new ArrayList<>();
      value.properties().forEach(e -> entries.add(e.getKey() + ": " + inline(e.getValue())));
      return "{" + String.join(", ", entries) + "}";
    }
    if (value.isArray()) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(inline(item)));
      return "[" + String.join(", ", items) + "]";
    }
    return value.toString();
  }
}
