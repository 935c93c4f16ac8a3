package org.hubfleet.model.size;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.TreeMerge;

/**
 * The sizes of one kind of server: some of the hub's, or its own, or what it changes of the hub's.
 *
 * @param kind what its lines say
 * @param ladder the hub's own sizes, where reports go too
 * @param hub the hub's sizes, which are reported elsewhere
 */
public record KindSizes(Mapping kind, Ladder ladder, List<Size> hub) {
  private static final String ONE = "size";
  private static final String SOME = "sizes";
  private static final String OWN = "own";

  public KindSizes {
    hub = List.copyOf(hub);
  }

  /** Names of sizes that there are not. */
  public List<Scalar> unknown() {
    List<Scalar> names = new ArrayList<>();
    kind.get(SOME)
        .filter(list -> list.sequence().isPresent())
        .map(Groups::names)
        .ifPresent(names::addAll);
    kind.get(ONE)
        .filter(one -> one.string().isPresent())
        .flatMap(Node::scalar)
        .ifPresent(names::add);
    names.removeIf(name -> named(name.text()).isPresent());
    return names;
  }

  /**
   * What people choose from, in order; all of the hub's where the kind says nothing and there is
   * more than one.
   */
  public List<Size> choices() {
    if (kind.get(ONE).isPresent()) {
      return List.of();
    }
    Optional<Node> said = kind.get(SOME);
    if (said.isEmpty()) {
      return hub.size() > 1 ? hub : List.of();
    }
    Map<String, Mapping.Entry> own =
        said.flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of());
    List<Size> all = new ArrayList<>();
    own.forEach((name, entry) -> size(name, entry).ifPresent(all::add));
    said.filter(list -> list.sequence().isPresent()).map(Groups::names).orElse(List.of()).stream()
        .flatMap(name -> named(name.text()).stream())
        .forEach(all::add);
    return all;
  }

  /** The one that all its servers have; absent where people choose. */
  public Optional<Size> fixed() {
    Optional<Node> said = kind.get(ONE);
    Optional<Size> known = said.flatMap(Node::string).flatMap(this::named);
    return known.or(
        () ->
            said.flatMap(Node::mapping)
                .flatMap(own -> ladder.one(OWN, new Mapping.Entry(kind.keyOrigin(ONE), own))));
  }

  private Optional<Size> named(String name) {
    return hub.stream().filter(size -> size.name().equals(name)).findFirst();
  }

  /** A size of the kind's own, or one of the hub's with what the kind changes of it. */
  private Optional<Size> size(String name, Mapping.Entry entry) {
    Mapping said = entry.value().mapping().orElseGet(() -> Mapping.empty(entry.key()));
    Optional<Size> known = named(name);
    if (known.isEmpty() || !known.get().isStep() || said.get("memory").isPresent()) {
      Mapping base = known.map(Size::wish).orElseGet(() -> Mapping.empty(entry.key()));
      Mapping wish = TreeMerge.merge(base, said);
      Origin why = entry.key();
      return ladder.one(name, new Mapping.Entry(why, wish.from(why)));
    }
    return known.map(size -> size.saying(said));
  }

  /** All sizes of all kinds of a hub that the hub itself does not name, by name. */
  static Map<String, Size> ofAll(Mapping kinds, Ladder ladder, List<Size> hub) {
    Map<String, Size> found = new LinkedHashMap<>();
    for (Mapping.Entry entry : kinds.entries().values()) {
      KindSizes sizes = new KindSizes(entry.value().mapping().orElseThrow(), ladder, hub);
      sizes.choices().forEach(size -> found.putIfAbsent(size.name(), size));
      sizes.fixed().ifPresent(size -> found.putIfAbsent(size.name(), size));
    }
    hub.forEach(size -> found.remove(size.name()));
    return found;
  }
}
