package org.hubfleet.model.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.model.Hub;
import org.hubfleet.model.form.Form;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.TreeMerge;

/**
 * One of the kinds of servers that people of a hub choose from, as its lines have it.
 *
 * @param wish what stands below its name
 * @param why where its name stands
 */
public record Kind(Hub hub, String name, Mapping wish, Origin why) {
  private static final String ONE = "environment";
  private static final String SOME = "environments";
  private static final String OWN = "ownImages";

  /** Those of a hub, in their order; none where all its servers are of one kind. */
  public static List<Kind> all(Hub hub) {
    List<Kind> all = new ArrayList<>();
    hub.tree()
        .get("servers")
        .flatMap(Node::mapping)
        .map(Mapping::entries)
        .orElse(Map.of())
        .forEach(
            (name, entry) ->
                entry
                    .value()
                    .mapping()
                    .ifPresent(wish -> all.add(new Kind(hub, name, wish, entry.key()))));
    return all;
  }

  /** Whether its line says that people get it unless they choose otherwise. */
  public boolean isDefault() {
    return wish.get("default").filter(Node::isTrue).isPresent();
  }

  /**
   * What people choose from, in order; all of the hub's where the kind says nothing and there is
   * more than one, none where one is fixed. What a kind says of one counts before what the hub says
   * of it.
   */
  public List<Environment> environments() {
    Optional<Node> said = wish.get(SOME);
    if (wish.get(ONE).isPresent()) {
      return List.of();
    }
    if (said.isEmpty()) {
      return known().size() > 1 ? known() : List.of();
    }
    if (said.get() instanceof Mapping own) {
      return own(own);
    }
    return Groups.names(said.get()).stream().flatMap(name -> named(name).stream()).toList();
  }

  private List<Environment> own(Mapping own) {
    boolean chosen = own.entries().values().stream().anyMatch(e -> isDefault(e.value()));
    List<Environment> all = new ArrayList<>();
    own.entries()
        .forEach(
            (name, entry) -> {
              Mapping said = entry.value().mapping().orElseGet(() -> Mapping.empty(entry.key()));
              Mapping usual = usual(name, said);
              Mapping base = chosen ? usual.without("default") : usual;
              Mapping merged = TreeMerge.merge(base, said);
              if (merged.get("image").isPresent()) {
                all.add(new Environment(name, merged, entry.key()));
              }
            });
    return all;
  }

  private Mapping usual(String name, Mapping said) {
    return known().stream()
        .filter(one -> one.name().equals(name))
        .flatMap(one -> one.wish().mapping().stream())
        .findFirst()
        .orElseGet(() -> Mapping.empty(said.origin()));
  }

  private static boolean isDefault(Node said) {
    return said.get("default").filter(Node::isTrue).isPresent();
  }

  /** The one that all its servers have; absent where people choose. */
  public Optional<Environment> environment() {
    return wish.get(ONE).flatMap(Node::scalar).flatMap(this::named);
  }

  /** Names of environments that there are not. */
  public List<Scalar> unknown() {
    List<Scalar> names = new ArrayList<>();
    wish.get(ONE).flatMap(Node::scalar).ifPresent(names::add);
    wish.get(SOME)
        .filter(said -> said.sequence().isPresent())
        .map(Groups::names)
        .ifPresent(names::addAll);
    names.removeIf(name -> named(name).isPresent());
    wish.get(SOME)
        .flatMap(Node::mapping)
        .map(Mapping::entries)
        .orElse(Map.of())
        .forEach(
            (name, entry) -> {
              if (entry.value().get("image").isEmpty() && usual(name, wish).isEmpty()) {
                names.add(Scalar.string(name, entry.key()));
              }
            });
    return names;
  }

  private Optional<Environment> named(Scalar name) {
    return known().stream().filter(one -> one.name().equals(name.text())).findFirst();
  }

  /** What the hub offers. */
  private List<Environment> known() {
    return Environment.all(hub.tree().get(SOME));
  }

  /** What stands under {@code ownImages}, the hub's where the kind says nothing. */
  public Optional<Node> ownImages() {
    Optional<Node> hubs = hub.tree().get(OWN);
    Optional<Node> own = wish.get(OWN);
    if (own.isEmpty() || own.filter(Node::isTrue).isPresent()) {
      return hubs;
    }
    return own.flatMap(Node::mapping)
        .map(
            said ->
                hubs.flatMap(Node::mapping)
                    .map(base -> TreeMerge.merge(base, said).from(said.origin()))
                    .orElse(said));
  }

  /** How its form asks. */
  public Form form() {
    boolean built =
        ownImages().map(node -> OwnImages.of(hub, node)).flatMap(OwnImages::built).isPresent();
    return Form.of(hub, built).within(wish, built);
  }
}
