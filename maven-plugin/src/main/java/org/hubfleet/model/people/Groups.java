package org.hubfleet.model.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * The groups of a hub. By convention a key {@code for} of the language holds names of groups: one,
 * a list, or a map with such lists; so does {@code allowed_groups} in overrides. {@code admins} is
 * always one.
 *
 * @param asked every such name, in the order of the hub's keys, then of its overrides
 * @param named groups whose people {@code access.groups} lists
 * @param fromTeams whether teams of GitHub are groups, each as {@code organisation:team}
 * @param fromClaim whether the login server says who is in which group
 */
public record Groups(List<Scalar> asked, Set<String> named, boolean fromTeams, boolean fromClaim) {
  /** The group of a hub's admins. */
  public static final String ADMINS = "admins";

  private static final String FOR = "for";
  private static final String ALSO = "(groups)";

  /** The word for the same inside upstream values. */
  private static final String ALLOWED = "allowed_groups";

  public Groups {
    asked = List.copyOf(asked);
    named = Set.copyOf(named);
  }

  /**
   * The same lines of a hub, which ask for these groups too.
   *
   * @param groups that are named otherwise than below a {@code for}
   */
  public static Mapping asking(List<Scalar> groups, Mapping hub) {
    Mapping asked =
        Mapping.builder(hub.origin()).put(FOR, Sequence.of(groups, hub.origin())).build();
    return groups.isEmpty() ? hub : hub.with(ALSO, asked);
  }

  /** Those of a hub. */
  public static Groups of(Hub hub) {
    List<Scalar> asked = new ArrayList<>(inLines(hub));
    hub.overrides().stream()
        .flatMap(override -> override.values().stream())
        .forEach(values -> collect(values, ALLOWED, asked));
    Set<String> named = new LinkedHashSet<>(List.of(ADMINS));
    hub.tree()
        .at("access.groups")
        .flatMap(Node::mapping)
        .ifPresent(groups -> named.addAll(groups.entries().keySet()));
    return new Groups(
        asked,
        named,
        hub.tree().at("access.github").isPresent(),
        hub.tree().at("access.oidc.groups").isPresent());
  }

  /** Those that a hub names below {@code for}, without its overrides. */
  public static List<Scalar> inLines(Hub hub) {
    List<Scalar> asked = new ArrayList<>();
    collect(hub.tree(), FOR, asked);
    return asked;
  }

  private static void collect(Node node, String word, List<Scalar> asked) {
    if (node instanceof Mapping map) {
      for (Map.Entry<String, Mapping.Entry> entry : map.entries().entrySet()) {
        Node value = entry.getValue().value();
        if (entry.getKey().equals(word)) {
          asked.addAll(within(value));
        } else {
          collect(value, word, asked);
        }
      }
    }
    if (node instanceof Sequence list) {
      list.items().forEach(item -> collect(item, word, asked));
    }
  }

  private static List<Scalar> within(Node value) {
    return value
        .mapping()
        .map(
            map ->
                map.entries().values().stream()
                    .flatMap(entry -> names(entry.value()).stream())
                    .toList())
        .orElseGet(() -> names(value));
  }

  /** The names of a value that is one name or a list of them. */
  public static List<Scalar> names(Node value) {
    return value.sequence().map(Sequence::items).orElse(List.of(value)).stream()
        .flatMap(item -> item.scalar().stream())
        .filter(scalar -> scalar.kind() == Scalar.Kind.STRING)
        .toList();
  }

  /**
   * Whether it is a team of GitHub, as {@code organisation:team}. An address behind a prefix is a
   * person.
   */
  public static boolean isTeam(String name) {
    return name.contains(":") && !name.contains("@");
  }

  /** Whether anybody can ever be in a group. */
  public boolean has(String name) {
    return named.contains(name) || fromClaim || (fromTeams && isTeam(name));
  }

  /** Whether groups come from the login, so that they are known only when somebody logs in. */
  public boolean areManaged() {
    return fromClaim || (fromTeams && asked.stream().anyMatch(name -> isTeam(name.text())));
  }
}
