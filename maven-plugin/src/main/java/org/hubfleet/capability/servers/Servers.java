package org.hubfleet.capability.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.model.server.Kind;
import org.hubfleet.model.size.KindSizes;
import org.hubfleet.model.size.Ladder;
import org.hubfleet.model.size.Nodes;
import org.hubfleet.model.size.Size;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * Lowers {@code servers}: each kind to a profile, in their order, with the environments and sizes
 * that it offers as options, or a fixed one of its own.
 *
 * <p>Reports {@code servers/two-defaults} and {@code servers/cards-beside}, beside what {@link
 * Mistakes} reports.
 */
public final class Servers implements Capability {
  private static final RuleName TWO = RuleName.of("servers/two-defaults");
  private static final RuleName CARDS = RuleName.of("servers/cards-beside");

  private final Shelf shelf;

  public Servers(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    List<Kind> kinds = Kind.all(hub);
    LoweredValues values = new LoweredValues(hub.tree().keyOrigin("servers"));
    Nodes nodes = new Nodes(Pools.of(hub.cluster(), shelf), problems);
    Optional<Mapping> tree = hub.tree().get("sizes").flatMap(Node::mapping);
    List<Size> known =
        tree.map(said -> new Ladder(said, quiet(nodes), new ArrayList<>()).all()).orElse(List.of());
    Ladder ladder =
        new Ladder(
            tree.orElseGet(() -> Mapping.empty(hub.tree().keyOrigin("servers"))), nodes, problems);
    Optional<Kind> first = kinds.stream().filter(Kind::isDefault).findFirst();
    for (Kind kind : kinds) {
      KindSizes sizes = new KindSizes(kind.wish(), ladder, known);
      new Mistakes(kind, sizes, problems).report();
      values.entry(
          "singleuser.profileList",
          kind.name(),
          new Profile(kind, sizes, first.filter(kind::equals).isPresent()).tree());
    }
    together(hub, kinds, problems);
    return values.tree();
  }

  /** What is wrong with the hub's own sizes is reported where they are lowered. */
  private static Nodes quiet(Nodes nodes) {
    return new Nodes(nodes.pools(), new ArrayList<>());
  }

  private static void together(Hub hub, List<Kind> kinds, List<Diagnostic> problems) {
    List<Kind> defaults = kinds.stream().filter(Kind::isDefault).toList();
    if (defaults.size() > 1) {
      problems.add(
          Diagnostic.error(
                  defaults.get(1).wish().keyOrigin("default").place(),
                  TWO,
                  defaults.get(0).name()
                      + " and "
                      + defaults.get(1).name()
                      + " are both the default")
              .hint("keep one of them")
              .related(defaults.get(0).wish().keyOrigin("default").place(), "the other"));
    }
    if (!kinds.isEmpty() && hub.tree().get("gpu").isPresent()) {
      problems.add(
          Diagnostic.error(
                  hub.tree().keyOrigin("gpu").place(),
                  CARDS,
                  "gpu stands beside servers, whose kinds say themselves what they have")
              .hint("give a kind under servers a size such as {pool: t4, memory: 14G, cards: 1}"));
    }
  }
}
