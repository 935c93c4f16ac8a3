package org.hubfleet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * One piece of Python that people wrote for the hub's configuration.
 *
 * @param key it stands under in {@code jupyterhub.hub.extraConfig}
 * @param place where its text begins
 */
record PythonBlock(String key, Place place, String code) {
  /** The snippets of one layer. */
  static List<PythonBlock> of(Layered layered) {
    List<PythonBlock> found = new ArrayList<>();
    for (Node values : layered.values()) {
      Optional<Mapping> code = values.at("jupyterhub.hub.extraConfig").flatMap(Node::mapping);
      code.stream()
          .flatMap(map -> map.entries().entrySet().stream())
          .flatMap(PythonBlock::snippet)
          .forEach(found::add);
    }
    return found;
  }

  private static Stream<PythonBlock> snippet(Map.Entry<String, Mapping.Entry> entry) {
    Node value = entry.getValue().value();
    return value.string().stream()
        .map(text -> new PythonBlock(entry.getKey(), value.origin().place(), text));
  }
}
