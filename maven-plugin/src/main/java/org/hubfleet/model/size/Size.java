package org.hubfleet.model.size;

import java.util.Optional;
import org.hubfleet.model.pool.Gpu;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Room;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * One size of a server.
 *
 * @param name such as {@code small-4}, a quarter of a node of the pool {@code small}
 * @param kept memory and CPU that are kept for it
 * @param limit most memory
 * @param millicores most CPU; absent for no limit
 * @param cards how many cards, or shares of one, a server has
 * @param why the line that asks for it, and what it was computed from
 */
public record Size(
    String name,
    Optional<String> title,
    Room kept,
    Memory limit,
    Optional<Long> millicores,
    Optional<Pool> pool,
    int cards,
    Origin why) {
  /** What changes in a server of this size. */
  public Mapping override() {
    Mapping.Builder override =
        Mapping.builder(why)
            .put("mem_guarantee", Scalar.integer(kept.memory().bytes(), why))
            .put("mem_limit", Scalar.integer(limit.bytes(), why));
    if (kept.millicores() > 0) {
      override.put("cpu_guarantee", Scalar.number(kept.cores(), why));
    }
    millicores.ifPresent(most -> override.put("cpu_limit", Scalar.number(Room.cores(most), why)));
    pool.flatMap(p -> Nodes.selector(p, why)).ifPresent(s -> override.put("node_selector", s));
    pool.flatMap(p -> Nodes.allTolerations(p, why)).ifPresent(t -> override.put("tolerations", t));
    return override.build();
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

  /** As a choice of a profile. */
  public Mapping choice(boolean chosen, Optional<Node> groups) {
    return Mapping.builder(why)
        .put("display_name", Scalar.string(title.orElseGet(this::label), why))
        .put("default", Scalar.bool(chosen, why))
        .put("allowed_groups", groups)
        .put("kubespawner_override", override())
        .build();
  }

  private String label() {
    String cpu =
        millicores.map(most -> ", up to " + Room.cores(most).toPlainString() + " CPU").orElse("");
    return limit.label() + cpu;
  }
}
