package org.hubfleet.e2e.api.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;

/**
 * The objects of a hub, under another id than its own, so that tests do not meet.
 *
 * @param objects those above the hub first
 */
record Installed(String id, List<Node> objects) {
  /** A hub as another one. */
  static Installed as(String id, String hub, List<Node> platform, List<Node> own) {
    Pattern word = Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(hub) + "(?![A-Za-z0-9])");
    List<Node> all = new ArrayList<>(platform);
    all.addAll(own);
    return new Installed(
        id,
        all.stream()
            .map(object -> word.matcher(JsonWriter.write(object)).replaceAll(id))
            .map(Installed::read)
            .toList());
  }

  private static Node read(String json) {
    return YamlReader.ofOurs().read("renamed", json, Layer.COMPILER).value().orElseThrow();
  }

  /** Applies all of it; says what was refused. */
  List<String> refusals(Api api) {
    List<String> refused = new ArrayList<>();
    for (Node object : objects) {
      Api.Answer answer = api.apply(object, false);
      if (!answer.isFine()) {
        refused.add(text(object, "kind") + ": " + answer.message());
      }
    }
    return refused;
  }

  /** Takes its namespace away, and what stands above it; does not wait for the end of it. */
  void remove(Api api) {
    objects.stream()
        .filter(object -> object.at("metadata.namespace").isEmpty())
        .forEach(api::delete);
  }

  /** One of the objects. */
  Node object(String kind, String name) {
    return find(kind, name).orElseThrow();
  }

  private Optional<Node> find(String kind, String name) {
    return objects.stream()
        .filter(o -> text(o, "kind").equals(kind) && text(o, "metadata.name").equals(name))
        .findFirst();
  }

  /** The objects of a kind. */
  List<Node> kind(String kind) {
    return objects.stream().filter(object -> text(object, "kind").equals(kind)).toList();
  }

  static String text(Node object, String path) {
    return object.at(path).flatMap(Node::string).orElse("");
  }
}
