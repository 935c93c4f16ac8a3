package org.hubfleet.verify.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.render.Manifest;
import org.hubfleet.schema.Shape;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;

/**
 * No two items of a list have the keys by which the API tells its items apart; server-side apply
 * refuses them. The keys are {@code x-list-keys} of the schemas, an absent one counts as its
 * default.
 */
final class RepeatedItems {
  private static final RuleName RULE = RuleName.of("object/repeated-item");
  private static final String LOCAL = "#/$defs/";

  private final JsonNode definitions;
  private final Home home;
  private final Manifest manifest;
  private final List<Diagnostic> found = new ArrayList<>();

  private RepeatedItems(JsonNode definitions, Home home, Manifest manifest) {
    this.definitions = definitions;
    this.home = home;
    this.manifest = manifest;
  }

  static List<Diagnostic> inspect(Shape shape, Home home, Manifest manifest) {
    RepeatedItems check = new RepeatedItems(shape.document().path("$defs"), home, manifest);
    check.walk(shape.document(), manifest.object(), ValuePath.ROOT);
    return check.found;
  }

  private void walk(JsonNode schema, Node node, ValuePath path) {
    String reference = schema.path("$ref").stringValue("");
    if (reference.startsWith(LOCAL)) {
      walk(definitions.path(reference.substring(LOCAL.length())), node, path);
    }
    if (schema.isMissingNode() || (schema.size() == 1 && !reference.isEmpty())) {
      return;
    }
    if (node instanceof Mapping mapping) {
      mapping
          .entries()
          .forEach((key, entry) -> walk(below(schema, key), entry.value(), path.key(key)));
    } else if (node instanceof Sequence sequence) {
      repeated(schema, sequence, path);
      for (int i = 0; i < sequence.items().size(); i++) {
        walk(schema.path("items"), sequence.items().get(i), path.index(i));
      }
    }
  }

  private static JsonNode below(JsonNode schema, String key) {
    JsonNode property = schema.path("properties").path(key);
    return property.isMissingNode() ? schema.path("additionalProperties") : property;
  }

  private void repeated(JsonNode schema, Sequence list, ValuePath path) {
    List<String> keys = new ArrayList<>();
    schema.path("x-list-keys").forEach(key -> keys.add(key.stringValue()));
    Map<List<String>, Node> seen = new LinkedHashMap<>();
    for (Node item : keys.isEmpty() ? List.<Node>of() : list.items()) {
      List<String> identity =
          keys.stream().map(key -> text(item, key, schema.path("items"))).toList();
      Node first = seen.putIfAbsent(identity, item);
      if (first != null) {
        found.add(
            Complaint.error(
                    home,
                    item.get(keys.get(0)).orElse(item).origin(),
                    RULE,
                    manifest.id()
                        + ": two items of "
                        + path
                        + " have the "
                        + String.join(" and ", keys)
                        + " "
                        + String.join(" and ", identity))
                .related(
                    Complaint.place(home, first.get(keys.get(0)).orElse(first).origin()),
                    "the first of them"));
      }
    }
  }

  private String text(Node item, String key, JsonNode schema) {
    return item.get(key)
        .flatMap(Node::scalar)
        .map(Scalar::text)
        .orElseGet(() -> standard(schema, key));
  }

  private String standard(JsonNode schema, String key) {
    JsonNode property = resolved(resolved(schema).path("properties").path(key));
    return property.path("default").stringValue("");
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").stringValue("");
    return reference.startsWith(LOCAL)
        ? definitions.path(reference.substring(LOCAL.length()))
        : schema;
  }
}
