package org.hubfleet.lower.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * The labels of the nodes that pullers run on: those that nodes of every choice have. Where a
 * profile or one of its choices leads to other nodes than {@code singleuser.nodeSelector} does, its
 * images are fetched there too.
 */
final class PullerNodes {
  private static final String OVERRIDE = "kubespawner_override.node_selector";

  private PullerNodes() {}

  static Optional<Node> selector(Values values, Optional<Node> usual) {
    List<Mapping> others = elsewhere(values);
    Optional<Mapping> labels = usual.flatMap(Node::mapping);
    if (labels.isEmpty() || others.isEmpty()) {
      return usual;
    }
    Mapping.Builder common = Mapping.builder(labels.get().origin());
    for (Map.Entry<String, Mapping.Entry> label : labels.get().entries().entrySet()) {
      Optional<String> text = label.getValue().value().string();
      if (others.stream()
          .allMatch(other -> other.get(label.getKey()).flatMap(Node::string).equals(text))) {
        common.put(label.getKey(), label.getValue().value());
      }
    }
    Mapping found = common.build();
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static List<Mapping> elsewhere(Values values) {
    List<Mapping> found = new ArrayList<>();
    for (Node profile : values.items("singleuser.profileList")) {
      profile.at(OVERRIDE).flatMap(Node::mapping).ifPresent(found::add);
      for (Node option : below(profile, "profile_options")) {
        for (Node choice : below(option, "choices")) {
          choice.at(OVERRIDE).flatMap(Node::mapping).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static List<Node> below(Node node, String key) {
    return node.get(key).flatMap(Node::mapping).stream()
        .flatMap(map -> map.entries().values().stream())
        .map(Mapping.Entry::value)
        .toList();
  }
}
