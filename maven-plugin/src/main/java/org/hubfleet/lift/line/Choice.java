package org.hubfleet.lift.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/**
 * A profile, or a choice of one of its options.
 *
 * @param at where it stands
 * @param name what lines call it
 */
record Choice(ValuePath at, String name, Node said) {
  private static final ValuePath LIST = ValuePath.of("singleuser", "profileList");
  private static final ValuePath OPTIONS = LIST.index(0).key("profile_options");

  boolean isDefault() {
    return said.get("default").filter(Node::isTrue).isPresent();
  }

  /** The environment that it chooses; absent when it has no image. */
  Optional<Proposal> environment(boolean mayBeDefault) {
    Optional<Node> image = ProfileLines.override(said, "image");
    if (image.flatMap(Node::string).filter(text -> !text.contains("{")).isEmpty()) {
      return Optional.empty();
    }
    Mapping wish =
        Mapping.builder(said.origin())
            .put("image", image)
            .put("title", said.get("display_name"))
            .put(
                "ui",
                ProfileLines.override(said, "default_url")
                    .flatMap(Node::scalar)
                    .map(EnvironmentLines::ui))
            .put("workingDir", ProfileLines.override(said, "working_dir"))
            .put("default", said.get("default").filter(yes -> mayBeDefault))
            .put("for", said.get("allowed_groups"))
            .build();
    Mapping line = Mapping.builder(said.origin()).put(name, wish).build();
    return Optional.of(moved("environments", Told.line("environments", line), "environment"));
  }

  /**
   * The size that it chooses; absent when it says nothing of memory.
   *
   * @param limited whether for its groups only, which code of the hub may know where lines do not
   */
  Optional<Proposal> size(Pools pools, boolean limited) {
    Optional<Scalar> most = amount("mem_limit");
    Optional<Scalar> kept = amount("mem_guarantee");
    Optional<Scalar> memory = most.or(() -> kept);
    if (memory.isEmpty()) {
      return Optional.empty();
    }
    Mapping size =
        Mapping.builder(said.origin())
            .put("memory", memory)
            .put("guaranteed", kept)
            .put("cpu", ProfileLines.override(said, "cpu_limit"))
            .put(
                "pool",
                ProfileLines.override(said, "node_selector")
                    .flatMap(labels -> SizeLines.poolOf(labels, pools)))
            .put("title", said.get("display_name"))
            .build();
    Mapping.Builder sizes =
        Mapping.builder(said.origin())
            .put("named", Mapping.builder(said.origin()).put(name, size).build());
    if (isDefault()) {
      sizes.put("default", name);
    }
    said.get("allowed_groups")
        .filter(groups -> limited)
        .ifPresent(
            groups -> sizes.put("for", Mapping.builder(said.origin()).put(name, groups).build()));
    return Optional.of(moved("sizes", Told.line("sizes", sizes.build()), "size"));
  }

  private Optional<Scalar> amount(String key) {
    return ProfileLines.override(said, key).flatMap(Node::scalar).flatMap(SizeLines::amount);
  }

  private Proposal moved(String capability, Mapping lines, String option) {
    Map<ValuePath, ValuePath> elsewhere = new LinkedHashMap<>();
    ValuePath to = OPTIONS.key(option).key("choices").key(name);
    for (String key :
        List.of("display_name", "default", "allowed_groups", "kubespawner_override")) {
      said.get(key).ifPresent(value -> leaves(value, at.key(key), to.key(key), elsewhere));
    }
    return new Proposal(capability, lines, List.of(LIST), elsewhere);
  }

  /** Every single value below a place, and where it stands below another. */
  static void leaves(Node node, ValuePath from, ValuePath to, Map<ValuePath, ValuePath> elsewhere) {
    if (node instanceof Mapping map) {
      map.entries()
          .forEach((key, entry) -> leaves(entry.value(), from.key(key), to.key(key), elsewhere));
    } else if (node instanceof Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        leaves(list.items().get(i), from.index(i), to.index(i), elsewhere);
      }
    } else {
      elsewhere.put(from, to);
    }
  }
}
