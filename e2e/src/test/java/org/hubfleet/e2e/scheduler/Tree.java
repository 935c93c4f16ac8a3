package org.hubfleet.e2e.scheduler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;

/** Short words for what the suite reads from objects. */
final class Tree {
  private Tree() {}

  /** A tree from YAML or JSON. */
  static Node of(String text) {
    return YamlReader.ofOurs().read("suite", text, Layer.COMPILER).value().orElseThrow();
  }

  /** The text of a scalar at a dotted path; empty when there is none. */
  static String text(Node node, String dotted) {
    return node.at(dotted).flatMap(Node::scalar).map(Scalar::text).orElse("");
  }

  /** The items of a list at a dotted path; none when there is no list. */
  static List<Node> items(Node node, String dotted) {
    return node.at(dotted).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  /** The scalars of a map at a dotted path, in order; none when there is no map. */
  static Map<String, String> texts(Node node, String dotted) {
    Map<String, String> found = new LinkedHashMap<>();
    node.at(dotted)
        .flatMap(Node::mapping)
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        (key, entry) ->
                            found.put(key, entry.value().scalar().map(Scalar::text).orElse(""))));
    return found;
  }

  /** The objects of a kind, in order. */
  static List<Node> ofKind(List<Node> objects, String kind) {
    return new ArrayList<>(
        objects.stream().filter(object -> text(object, "kind").equals(kind)).toList());
  }

  /** An object by kind and name; throws when there is none. */
  static Node named(List<Node> objects, String kind, String name) {
    return ofKind(objects, kind).stream()
        .filter(object -> text(object, "metadata.name").equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + kind + " " + name));
  }
}
