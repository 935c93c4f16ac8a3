package org.hubfleet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.SourceFile;

/**
 * One piece of Python that people wrote for the hub's configuration.
 *
 * @param key it stands under in {@code jupyterhub.hub.extraConfig}
 * @param place where its text begins
 * @param source the file it stands in, as read
 */
record PythonBlock(String key, Place place, String code, String source) {
  /** The snippets of one layer. */
  static List<PythonBlock> of(Layered layered) {
    SourceFile file = layered.file();
    List<PythonBlock> found = new ArrayList<>();
    for (Node values : layered.values()) {
      Optional<Mapping> code = values.at("jupyterhub.hub.extraConfig").flatMap(Node::mapping);
      code.stream()
          .flatMap(map -> map.entries().entrySet().stream())
          .flatMap(entry -> snippet(entry, file))
          .forEach(found::add);
    }
    return found;
  }

  private static Stream<PythonBlock> snippet(
      Map.Entry<String, Mapping.Entry> entry, SourceFile file) {
    Node value = entry.getValue().value();
    return value.string().stream()
        .map(text -> new PythonBlock(entry.getKey(), value.origin().place(), text, file.text()));
  }

  /**
   * The place of a line of the code; where the text is no literal block, the place where it begins.
   *
   * @param line 1-based
   * @param column 1-based
   */
  Place at(int line, int column) {
    List<String> lines = source.lines().toList();
    int header = place.line() - 1;
    boolean literal =
        header >= 0
            && header < lines.size()
            && lines
                .get(header)
                .substring(Math.min(place.column() - 1, lines.get(header).length()))
                .startsWith("|");
    if (!literal || place.line() + line > lines.size()) {
      return place;
    }
    int indent =
        lines.stream()
            .skip(place.line())
            .filter(text -> !text.isBlank())
            .findFirst()
            .map(text -> text.length() - text.stripLeading().length())
            .orElse(0);
    return new Place(place.file(), place.line() + line, indent + column);
  }
}
