package org.hubfleet.verify.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.render.Manifest;
import org.hubfleet.schema.Shape;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;

/**
 * No two items of a list have the keys by which the API tells its items apart, which server-side
 * apply refuses, nor an equal one of the fields that have to differ. The keys are {@code
 * x-list-keys} of the schemas, an absent one counts as its default; the fields are {@code
 * x-unique}, an absent one counts as nothing.
 */
final class RepeatedItems {
  private static final RuleName RULE = RuleName.of("object/repeated-item");

  private final Shape shape;
  private final Home home;
  private final Manifest manifest;
  private final List<Diagnostic> found = new ArrayList<>();

  private RepeatedItems(Shape shape, Home home, Manifest manifest) {
    this.shape = shape;
    this.home = home;
    this.manifest = manifest;
  }

  static List<Diagnostic> inspect(Shape shape, Home home, Manifest manifest) {
    RepeatedItems check = new RepeatedItems(shape, home, manifest);
    SchemaTour.of(shape, manifest.object(), check::look);
    return check.found;
  }

  private void look(JsonNode schema, Node node, ValuePath path) {
    if (node instanceof Sequence list) {
      List<String> keys = words(schema.path("x-list-keys"));
      JsonNode items = SchemaTour.resolved(shape, schema.path("items"));
      if (!keys.isEmpty()) {
        compare(list, path, keys, items);
      }
      for (String field : words(schema.path("x-unique"))) {
        if (!keys.equals(List.of(field))) {
          compare(having(field, list), path, List.of(field), items);
        }
      }
    }
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.stringValue()));
    return words;
  }

  private static Sequence having(String field, Sequence list) {
    List<Node> items = list.items().stream().filter(item -> item.get(field).isPresent()).toList();
    return Sequence.of(items, list.origin());
  }

  private void compare(Sequence list, ValuePath path, List<String> keys, JsonNode schema) {
    Map<List<String>, Node> seen = new LinkedHashMap<>();
    for (Node item : list.items()) {
      List<String> identity = keys.stream().map(key -> text(item, key, schema)).toList();
      Optional<Node> first = Optional.ofNullable(seen.putIfAbsent(identity, item));
      first.ifPresent(before -> found.add(repeated(before, item, path, keys, identity)));
    }
  }

  private Diagnostic repeated(
      Node first, Node item, ValuePath path, List<String> keys, List<String> identity) {
    return Complaint.error(
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
            "the first of them");
  }

  private String text(Node item, String key, JsonNode schema) {
    return item.get(key)
        .flatMap(Node::scalar)
        .map(Scalar::text)
        .orElseGet(
            () ->
                SchemaTour.resolved(shape, schema.path("properties").path(key))
                    .path("default")
                    .stringValue(""));
  }
}
