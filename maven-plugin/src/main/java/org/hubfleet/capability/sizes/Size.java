package org.hubfleet.capability.sizes;

import java.util.Optional;
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
 * @param why the line that asks for it, and what it was computed from
 */
record Size(
    String name,
    Optional<String> title,
    Room kept,
    Memory limit,
    Optional<Long> millicores,
    Optional<Pool> pool,
    Origin why) {
  /** What changes in a server of this size. */
  Mapping override() {
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

  /** As a choice of a profile. */
  Mapping choice(boolean chosen, Optional<Node> groups) {
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
