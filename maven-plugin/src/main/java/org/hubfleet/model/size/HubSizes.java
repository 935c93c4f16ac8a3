package org.hubfleet.model.size;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.model.Hub;
import org.hubfleet.model.pool.Gpu;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.model.pool.Share;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * The sizes of a hub, for those who need to know them beside the capability that offers them.
 * Mistakes in them are that capability's to report; a size that has one is not here.
 *
 * @param all the smallest first, the one with a card last; empty where the hub names none
 * @param usual what people get unless they choose otherwise
 */
public record HubSizes(List<Size> all, Optional<Size> usual) {
  /** What the size with a card is called. */
  public static final String CARD = "gpu";

  public HubSizes {
    all = List.copyOf(all);
  }

  /** Those of a hub. */
  public static HubSizes of(Hub hub, Shelf shelf) {
    Nodes nodes = new Nodes(Pools.of(hub.cluster(), shelf), new ArrayList<>());
    Optional<Node> sizes = hub.tree().get("sizes");
    Mapping tree = sizes.flatMap(Node::mapping).orElseGet(() -> Mapping.empty(hub.clusterOrigin()));
    Ladder ladder = new Ladder(tree, nodes, new ArrayList<>());
    List<Size> all = new ArrayList<>(sizes.isPresent() ? ladder.all() : List.of());
    hub.tree()
        .get("servers")
        .flatMap(Node::mapping)
        .ifPresent(kinds -> all.addAll(KindSizes.ofAll(kinds, ladder, all).values()));
    Optional<String> said = tree.get("default").flatMap(Node::string);
    Optional<Size> usual =
        said.flatMap(name -> named(all, name)).or(() -> all.stream().findFirst());
    hub.tree()
        .at("gpu.pool")
        .flatMap(Node::scalar)
        .flatMap(name -> card(nodes, name))
        .ifPresent(all::add);
    return new HubSizes(all, usual);
  }

  private static Optional<Size> card(Nodes nodes, Scalar name) {
    return nodes
        .pool(name)
        .flatMap(pool -> pool.gpu().map(gpu -> card(pool, gpu, name.origin().with(pool.origin()))));
  }

  /** One card, or one share of one, and as much of the node as goes with it. */
  public static Size card(Pool pool, Gpu gpu, Origin why) {
    Share share = Share.of(pool.room().orElseThrow(), gpu.perNode());
    return new Size(
        CARD,
        Mapping.empty(why),
        share.room(),
        share.room().memory(),
        Optional.of(pool.node().orElseThrow().millicores()),
        Optional.of(pool),
        1,
        why);
  }

  /** The size of that name. */
  public Optional<Size> named(String name) {
    return named(all, name);
  }

  private static Optional<Size> named(List<Size> sizes, String name) {
    return sizes.stream().filter(size -> size.name().equals(name)).findFirst();
  }
}
