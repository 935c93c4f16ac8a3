package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/**
 * {@code environments} and {@code sizes} from a list of profiles. The lines make one ordinary
 * profile with two options, so what they say stands at another path than in the list.
 */
final class ProfileLines implements Lifter {
  private static final ValuePath LIST = ValuePath.of("singleuser", "profileList");
  private static final String OVERRIDE = "kubespawner_override";

  private final Shelf shelf;

  ProfileLines(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public List<Proposal> propose(Told told) {
    List<Node> profiles =
        told.node(LIST.toString()).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
    List<Choice> choices = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < profiles.size(); i++) {
      choices(profiles.get(i), LIST.index(i), names, choices);
    }
    Pools pools = Pools.of(told.cluster(), shelf);
    List<Proposal> found = new ArrayList<>();
    for (boolean chosen : List.of(true, false)) {
      for (Choice choice : choices) {
        if (choice.isDefault() == chosen) {
          environment(choice, found).ifPresent(found::add);
        }
      }
    }
    for (boolean limited : List.of(true, false)) {
      choices.forEach(choice -> choice.size(pools, limited).ifPresent(found::add));
    }
    return found;
  }

  /** Only the first default stays one. */
  private static Optional<Proposal> environment(Choice choice, List<Proposal> before) {
    boolean taken =
        before.stream()
            .flatMap(one -> one.lines().get("environments").flatMap(Node::mapping).stream())
            .flatMap(map -> map.entries().values().stream())
            .anyMatch(entry -> entry.value().get("default").filter(Node::isTrue).isPresent());
    return choice.environment(!taken);
  }

  private static void choices(Node profile, ValuePath at, Set<String> names, List<Choice> choices) {
    choices.add(new Choice(at, name(profile, "", names), profile));
    Map<String, Mapping.Entry> options =
        profile
            .get("profile_options")
            .flatMap(Node::mapping)
            .map(Mapping::entries)
            .orElse(Map.of());
    options.forEach(
        (option, entry) -> {
          Map<String, Mapping.Entry> all =
              entry
                  .value()
                  .get("choices")
                  .flatMap(Node::mapping)
                  .map(Mapping::entries)
                  .orElse(Map.of());
          all.forEach(
              (key, choice) ->
                  choices.add(
                      new Choice(
                          at.key("profile_options").key(option).key("choices").key(key),
                          name(choice.value(), key, names),
                          choice.value())));
        });
  }

  private static String name(Node choice, String key, Set<String> names) {
    String text =
        key.isEmpty() ? choice.get("display_name").flatMap(Node::string).orElse("usual") : key;
    String plain =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
    String start = plain.isEmpty() ? "choice" : plain;
    String name = start.length() > 30 ? start.substring(0, 30).replaceAll("-+$", "") : start;
    for (int number = 2; !names.add(name); number++) {
      name = start + "-" + number;
    }
    return name;
  }

  /** Whether a choice changes something of a server. */
  static Optional<Node> override(Node choice, String key) {
    return choice.get(OVERRIDE).flatMap(all -> all.get(key)).filter(value -> !value.isNull());
  }
}
