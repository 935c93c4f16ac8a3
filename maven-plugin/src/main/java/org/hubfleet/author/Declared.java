package org.hubfleet.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.Sources;
import org.hubfleet.source.ValuePath;

/** What a fleet says already that every new hub of a community inherits. */
public final class Declared {
  private Declared() {}

  /** The paths under {@code extensions} of the fleet's and the community's defaults. */
  public static List<ValuePath> extensions(Sources sources, String community) {
    List<ValuePath> found = new ArrayList<>();
    for (String file :
        List.of("config/fleet.yaml", "config/communities/" + community + "/community.yaml")) {
      List<Node> lines =
          sources
              .at(file)
              .flatMap(source -> source.tree())
              .flatMap(tree -> tree.at("defaults.extensions"))
              .flatMap(Node::sequence)
              .map(Sequence::items)
              .orElse(List.of());
      for (Node line : lines) {
        Optional<String> path = line.get("path").flatMap(Node::string);
        path.flatMap(ValuePath::parse).ifPresent(found::add);
      }
    }
    return found;
  }
}
