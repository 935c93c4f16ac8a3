package org.hubfleet.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * A piece of Python that a hub brings with it.
 *
 * @param path of the value, such as {@code jupyterhub.hub.extraConfig.10-groups}
 * @param place where the value starts; for a block of lines, the line before the first
 */
public record Snippet(String path, String text, Place place) {
  /** The snippets that the hub runs and the Python files that it mounts. */
  static List<Snippet> of(Blueprint blueprint) {
    List<Snippet> found = new ArrayList<>();
    blueprint
        .jupyterhub()
        .at("hub.extraConfig")
        .flatMap(Node::mapping)
        .map(Mapping::entries)
        .orElse(Map.of())
        .forEach((key, entry) -> add("jupyterhub.hub.extraConfig." + key, entry.value(), found));
    for (String owner : List.of("hub", "singleuser")) {
      blueprint
          .jupyterhub()
          .at(owner + ".extraFiles")
          .flatMap(Node::mapping)
          .map(Mapping::entries)
          .orElse(Map.of())
          .forEach((key, entry) -> file(owner + ".extraFiles." + key, entry.value(), found));
    }
    return found;
  }

  private static void file(String path, Node file, List<Snippet> found) {
    Optional<String> mounted = file.get("mountPath").flatMap(Node::string);
    if (mounted.filter(name -> name.endsWith(".py")).isPresent()) {
      file.get("stringData")
          .ifPresent(text -> add("jupyterhub." + path + ".stringData", text, found));
    }
  }

  private static void add(String path, Node value, List<Snippet> found) {
    if (value instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
      found.add(new Snippet(path, scalar.text(), scalar.origin().place()));
    }
  }
}
