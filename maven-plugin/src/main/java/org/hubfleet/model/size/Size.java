package org.hubfleet.model.size;

import java.util.Optional;
import org.hubfleet.model.form.Wording;
import org.hubfleet.model.people.Groups;
import org.hubfleet.model.pool.Gpu;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Room;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.TreeMerge;

/**
 * One size of a server.
 *
 * @param name such as {@code small-4}, a quarter of a node of the pool {@code small}
 * @param wish what its lines say; of a step only for whom it is
 * @param kept memory and CPU that are kept for it
 * @param limit most memory; what is kept where there is no limit
 * @param millicores most CPU; absent for no limit
 * @param cards how many cards, or shares of one, a server has
 * @param why the line that asks for it, and what it was computed from
 */
public record Size(
    String name,
    Mapping wish,
    Room kept,
    Memory limit,
    Optional<Long> millicores,
    Optional<Pool> pool,
    int cards,
    Origin why) {
  /** An amount without an end. KubeSpawner takes a limit of nothing for none. */
  static final String UNLIMITED = "unlimited";

  /** What all servers of the hub have. */
  private static final String USUAL = "usual";

  /** Whether a word stands in place of an amount. */
  static boolean is(Mapping wish, String key, String word) {
    return wish.get(key).flatMap(Node::string).filter(word::equals).isPresent();
  }

  /** What changes in a server of this size. */
  public Mapping override() {
    Mapping.Builder override = Mapping.builder(why);
    boolean usual = is(wish, "memory", USUAL) && wish.get("guaranteed").isEmpty();
    if (!usual && !is(wish, "guaranteed", USUAL)) {
      override.put("mem_guarantee", Scalar.integer(kept.memory().bytes(), why));
    }
    if (!is(wish, "memory", USUAL)) {
      override.put("mem_limit", Scalar.integer(isUnlimited() ? 0 : limit.bytes(), why));
    }
    override.put("cpu_guarantee", cpu("cpuGuaranteed", kept.millicores()));
    override.put("cpu_limit", cpu("cpu", millicores.orElse(0L)));
    override.put("node_selector", pool.flatMap(p -> Nodes.selector(p, why)));
    override.put("tolerations", pool.flatMap(p -> Nodes.allTolerations(p, why)));
    return cards == 0 ? override.build() : withCards(override).build();
  }

  /** The number that is said, to the last digit, else one that was computed. */
  private Optional<Node> cpu(String key, long computed) {
    if (is(wish, key, USUAL)) {
      return Optional.empty();
    }
    Optional<Node> said = wish.get(key).map(node -> (Node) node.from(why));
    if (said.isPresent()) {
      return said.map(n -> n.string().isPresent() ? Scalar.integer(0, why) : n);
    }
    return computed > 0 ? Optional.of(Scalar.number(Room.cores(computed), why)) : Optional.empty();
  }

  private Mapping.Builder withCards(Mapping.Builder override) {
    return override
        .put(
            "extra_resource_limits",
            Mapping.builder(why).put(Gpu.RESOURCE, Integer.toString(cards)).build())
        .put(
            "environment",
            Mapping.builder(why).put("NVIDIA_DRIVER_CAPABILITIES", "compute,utility").build());
  }

  /** Whether its servers may use any memory, which is so anyway where nothing is said. */
  public boolean isUnlimited() {
    return is(wish, "memory", UNLIMITED);
  }

  /** Whether it is a part of a node, not amounts of its own. */
  boolean isStep() {
    return wish.get("memory").isEmpty();
  }

  /** The same with more that is said of it. */
  Size saying(Mapping more) {
    Mapping all = TreeMerge.merge(wish, more);
    return new Size(name, all, kept, limit, millicores, pool, cards, why);
  }

  /** How many servers of this size fit on an empty node of its pool; absent when nothing tells. */
  public Optional<Long> perNode() {
    return pool.flatMap(Pool::room).map(room -> Math.min(byRoom(room), byPlaces()));
  }

  private long byRoom(Room room) {
    long byMemory = room.memory().bytes() / Math.max(1, kept.memory().bytes());
    long byCpu = room.millicores() / Math.max(1, kept.millicores());
    return Math.min(byMemory, byCpu);
  }

  /** As many as there are places for pods, and cards. */
  private long byPlaces() {
    Pool on = pool.orElseThrow();
    long places = on.pods();
    return cards == 0 ? places : Math.min(places, on.gpu().map(Gpu::perNode).orElse(0) / cards);
  }

  /** How many servers of this size its whole pool holds; absent when nothing tells. */
  public Optional<Long> inAll() {
    return perNode().flatMap(each -> pool.flatMap(Pool::max).map(nodes -> each * nodes));
  }

  /** Whether its line says that people get it unless they choose otherwise. */
  public boolean isDefault() {
    return wish.get("default").filter(Node::isTrue).isPresent();
  }

  /** The groups that it is for; absent where it is for everyone. */
  public Optional<Sequence> groups() {
    return wish.get("for").map(names -> Sequence.of(Groups.names(names), names.origin()));
  }

  /** As a choice of a profile. */
  public Mapping choice(boolean chosen, Wording wording) {
    return choice(Optional.of(Scalar.bool(chosen, why)), wording);
  }

  /**
   * As a choice of a kind of server, which says no more of it than its lines do.
   *
   * @param chosen whether it is what people get unless they choose otherwise
   */
  public Mapping choiceOfKind(boolean chosen, Wording wording) {
    return choice(wish.get("default").filter(yes -> chosen), wording);
  }

  private Mapping choice(Optional<? extends Node> chosen, Wording wording) {
    Mapping.Builder choice = Mapping.builder(why);
    Node title = wish.get("title").orElseGet(() -> Scalar.string(label(), why));
    wording.put(choice, "display_name", title, "description", wish.get("description"));
    return choice
        .put("slug", wish.get("slug"))
        .put("default", chosen)
        .put("allowed_groups", groups())
        .put("kubespawner_override", override())
        .build();
  }

  private String label() {
    String cpu =
        millicores.map(most -> ", up to " + Room.cores(most).toPlainString() + " CPU").orElse("");
    return limit.label() + cpu;
  }
}
