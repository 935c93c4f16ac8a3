package org.hubfleet.capability.pools;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.model.pool.Room;
import org.hubfleet.schema.Nearest;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Shows what is known of the pools of a hub's cluster as {@code context.pools}, and checks their
 * lines: {@code pools/unknown-machine}, {@code pools/more-than-the-machine}, {@code
 * pools/min-over-max}, {@code pools/labels-not-carried}.
 */
public final class Machines implements Capability {
  private static final RuleName UNKNOWN = RuleName.of("pools/unknown-machine");
  private static final RuleName TOO_MUCH = RuleName.of("pools/more-than-the-machine");
  private static final RuleName MIN_OVER_MAX = RuleName.of("pools/min-over-max");
  private static final RuleName NOT_CARRIED = RuleName.of("pools/labels-not-carried");

  private final Shelf shelf;

  public Machines(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    Pools pools = Pools.of(hub.cluster(), shelf);
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    for (Pool pool : pools.all()) {
      machine(pool, pools, problems);
      allocatable(pool, pools, problems);
      bounds(pool, problems);
      labels(pool, pools, problems);
      values.fact("pools." + pool.name(), facts(pool));
    }
    return values.tree();
  }

  @Override
  public void inspect(Values effective, List<Diagnostic> problems) {
    Hub hub = effective.hub();
    Pools pools = Pools.of(hub.cluster(), shelf);
    new NodesForServers(pools, hub).inspect(effective, problems);
    new UselessTolerations(pools).inspect(effective, problems);
  }

  private static Mapping facts(Pool pool) {
    Origin origin = pool.origin();
    Mapping.Builder facts = Mapping.builder(origin);
    pool.node().ifPresent(node -> facts.put("allocatable", room(node, origin)));
    pool.room().ifPresent(room -> facts.put("forServers", room(room, origin)));
    facts.put("pods", Scalar.integer(pool.pods(), origin));
    pool.gpu()
        .ifPresent(
            gpu ->
                facts.put(
                    "gpu",
                    Mapping.builder(origin)
                        .put("type", gpu.type())
                        .put("count", Scalar.integer(gpu.count(), origin))
                        .put("shares", Scalar.integer(gpu.shares(), origin))
                        .build()));
    return facts.put("selector", pool.selector()).build();
  }

  private static Mapping room(Room room, Origin origin) {
    return Mapping.builder(origin)
        .put("cpu", Scalar.number(room.cores(), origin))
        .put("memory", room.memory().quantity())
        .build();
  }

  private static void machine(Pool pool, Pools pools, List<Diagnostic> problems) {
    Optional<Node> said = pool.tree().get("machine").filter(node -> node.string().isPresent());
    boolean table = !pools.provider().machines().isEmpty();
    if (said.isPresent() && table && pool.node().isEmpty()) {
      String type = said.get().string().orElseThrow();
      List<String> known = List.copyOf(pools.provider().machines().entries().keySet());
      problems.add(
          Diagnostic.warning(
                  said.get().origin().place(),
                  UNKNOWN,
                  "no table lists the machine type \""
                      + type
                      + "\", so nothing can be sized for it")
              .hint(
                  Nearest.to(type, known).map(near -> "did you mean \"" + near + "\"? ").orElse("")
                      + "add allocatable: {cpu: ..., memory: ...} as kubectl describe node shows"
                      + " it"));
    }
  }

  private static void allocatable(Pool pool, Pools pools, List<Diagnostic> problems) {
    Optional<Mapping> machine = pool.machine().flatMap(pools.provider()::machine);
    Optional<Node> said = pool.tree().at("allocatable.memory");
    Optional<Memory> nominal = memory(machine.flatMap(m -> m.get("memory")));
    Optional<Memory> claimed = memory(said);
    if (nominal.isPresent() && claimed.isPresent() && claimed.get().compareTo(nominal.get()) >= 0) {
      problems.add(
          Diagnostic.error(
                  said.get().origin().place(),
                  TOO_MUCH,
                  "a node of "
                      + pool.machine().orElseThrow()
                      + " has "
                      + nominal.get().quantity()
                      + " of memory in all, so pods cannot use "
                      + claimed.get().quantity())
              .hint("leave allocatable out: it is computed from the machine type"));
    }
  }

  private static Optional<Memory> memory(Optional<Node> node) {
    return node.flatMap(Node::scalar).map(Scalar::text).flatMap(Memory::parse);
  }

  private static void bounds(Pool pool, List<Diagnostic> problems) {
    Optional<Scalar> min = pool.tree().get("min").flatMap(Node::scalar);
    if (min.isPresent() && pool.max().isPresent()) {
      long fewest = min.get().number().longValue();
      if (fewest > pool.max().get()) {
        problems.add(
            Diagnostic.error(
                min.get().origin().place(),
                MIN_OVER_MAX,
                "the pool "
                    + pool.name()
                    + " has at least "
                    + fewest
                    + " nodes and at most "
                    + pool.max().get()));
      }
    }
  }

  private static void labels(Pool pool, Pools pools, List<Diagnostic> problems) {
    boolean carries = pools.provider().fact("ownLabels").map(Node::isTrue).orElse(true);
    if (!carries && pool.tree().get("labels").isPresent()) {
      problems.add(
          Diagnostic.warning(
                  pool.tree().keyOrigin("labels").place(),
                  NOT_CARRIED,
                  "labels of a group of machines do not reach its nodes on "
                      + pools.provider().text("title").orElse(pools.provider().name()))
              .hint("remove them: servers find the pool by its machine type or its name"));
    }
  }
}
