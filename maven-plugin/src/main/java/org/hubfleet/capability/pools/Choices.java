package org.hubfleet.capability.pools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/** All servers that people of a hub can choose, as far as they differ to a scheduler. */
final class Choices {
  private static final Set<String> MATTER =
      Set.of(
          "mem_guarantee",
          "mem_limit",
          "cpu_guarantee",
          "cpu_limit",
          "node_selector",
          "tolerations",
          "extra_resource_limits",
          "extra_resource_guarantees");

  /** More than people could ever look through. */
  private static final int MOST = 2000;

  private Choices() {}

  /** Each once; a server without profiles is one. */
  static List<Wanted> of(Values values) {
    Wanted plain = Wanted.plain(values);
    List<Node> profiles = profiles(values);
    if (profiles.isEmpty()) {
      return List.of(plain);
    }
    List<Wanted> all = new ArrayList<>();
    for (Node profile : profiles) {
      all.addAll(of(plain.with(name(profile, "profile"), override(profile)), profile));
    }
    return all;
  }

  private static List<Node> profiles(Values values) {
    List<Node> profiles = new ArrayList<>(values.items("singleuser.profileList"));
    values.entries("singleuser.profileList").values().forEach(e -> profiles.add(e.value()));
    return profiles;
  }

  private static List<Wanted> of(Wanted profile, Node tree) {
    List<Wanted> all = new ArrayList<>(List.of(profile));
    for (Mapping.Entry option : entries(tree.get("profile_options")).values()) {
      Map<String, Mapping.Entry> choices = entries(option.value().get("choices"));
      boolean matters =
          choices.values().stream()
              .flatMap(choice -> override(choice.value()).stream())
              .anyMatch(over -> over.entries().keySet().stream().anyMatch(MATTER::contains));
      if (matters && (long) all.size() * choices.size() <= MOST) {
        all = joined(all, choices);
      }
    }
    return all;
  }

  private static List<Wanted> joined(List<Wanted> all, Map<String, Mapping.Entry> choices) {
    List<Wanted> joined = new ArrayList<>();
    for (Wanted one : all) {
      choices.forEach(
          (key, choice) ->
              joined.add(one.with(name(choice.value(), key), override(choice.value()))));
    }
    return joined;
  }

  private static String name(Node described, String fallback) {
    return "\"" + described.get("display_name").flatMap(Node::string).orElse(fallback) + "\"";
  }

  private static Optional<Mapping> override(Node described) {
    return described.get("kubespawner_override").flatMap(Node::mapping);
  }

  private static Map<String, Mapping.Entry> entries(Optional<Node> map) {
    return map.flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of());
  }
}
