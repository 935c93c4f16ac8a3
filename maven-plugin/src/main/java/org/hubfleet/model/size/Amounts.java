package org.hubfleet.model.size;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.pool.Gpu;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Room;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * The amounts that a size of its own says, and what follows where it does not.
 *
 * <p>Reports {@code sizes/too-large}, with what is missing, {@code sizes/guarantee-over-memory},
 * {@code sizes/cpu-over-limit}, {@code sizes/nothing-kept}, {@code sizes/no-memory} and {@code
 * sizes/no-cards}.
 */
record Amounts(
    String name, Mapping wish, Optional<Pool> pool, Origin why, List<Diagnostic> problems) {
  private static final RuleName TOO_LARGE = RuleName.of("sizes/too-large");
  private static final RuleName OVER = RuleName.of("sizes/guarantee-over-memory");
  private static final RuleName CPU_OVER = RuleName.of("sizes/cpu-over-limit");
  private static final RuleName NOTHING_KEPT = RuleName.of("sizes/nothing-kept");
  private static final RuleName NO_MEMORY = RuleName.of("sizes/no-memory");
  private static final RuleName NO_CARDS = RuleName.of("sizes/no-cards");
  private static final BigDecimal USED = new BigDecimal("0.98");

  /** The size; absent where an amount is wrong. */
  Optional<Size> size() {
    if (wish.get("memory").isEmpty()) {
      problems.add(error(why, NO_MEMORY, "nothing says how much memory the size " + name + " has"));
      return Optional.empty();
    }
    Optional<Memory> most = memory("memory");
    Optional<Memory> said = memory("guaranteed");
    Memory kept = said.or(() -> most).orElse(Memory.NONE);
    Memory limit = most.orElse(kept);
    if (isWrong(kept, limit)) {
      return Optional.empty();
    }
    Optional<Long> cores = cores("cpu").or(this::nodesCores);
    long keptCores =
        cores("cpuGuaranteed")
            .orElseGet(() -> Math.min(proportion(kept), cores.orElse(Long.MAX_VALUE)));
    return Optional.of(
        new Size(name, wish, new Room(keptCores, kept), limit, cores, pool, cards(), why));
  }

  private boolean isWrong(Memory kept, Memory limit) {
    int before = problems.size();
    if (Size.is(wish, "memory", Size.UNLIMITED) && wish.get("guaranteed").isEmpty()) {
      problems.add(
          error(
                  wish.get("memory").orElseThrow().origin(),
                  NOTHING_KEPT,
                  "the size " + name + " may use any memory, and nothing says how much is kept")
              .hint("add guaranteed, such as guaranteed: 4G"));
    }
    if (kept.compareTo(limit) > 0) {
      problems.add(
          error(
              wish.get("guaranteed").orElseThrow().origin(),
              OVER,
              "more memory is kept for the size " + name + " than it may use, " + limit.label()));
    }
    Optional<BigDecimal> most = number("cpu");
    Optional<BigDecimal> least = number("cpuGuaranteed");
    if (most.isPresent() && least.isPresent() && least.get().compareTo(most.get()) > 0) {
      problems.add(
          error(
              wish.get("cpuGuaranteed").orElseThrow().origin(),
              CPU_OVER,
              "more CPU is kept for the size " + name + " than it may use, " + most.get()));
    }
    room()
        .filter(room -> limit.compareTo(room.memory()) > 0)
        .ifPresent(room -> problems.add(tooLarge(limit, room.memory())));
    int held = pool.flatMap(Pool::gpu).map(Gpu::perNode).orElse(0);
    if (cards() > held) {
      problems.add(
          error(
                  wish.get("cards").orElseThrow().origin(),
                  NO_CARDS,
                  pool.map(p -> "a node of the pool " + p.name()).orElse("a node of no pool")
                      + " has "
                      + (held == 0 ? "no cards" : held + " cards or shares"))
              .hint("name a pool with cards, or add gpu: {type: ...} to it in its cluster's file"));
    }
    return problems.size() > before;
  }

  private Optional<Room> room() {
    return pool.flatMap(Pool::room);
  }

  private Optional<Long> nodesCores() {
    return wish.get("cpu").isPresent()
        ? Optional.empty()
        : pool.flatMap(Pool::node).map(Room::millicores);
  }

  /** As much of the node's CPU as of its memory. */
  private long proportion(Memory kept) {
    return room()
        .map(
            node ->
                (long)
                    ((double) node.millicores()
                        * USED.doubleValue()
                        * kept.bytes()
                        / node.memory().bytes()))
        .orElse(0L);
  }

  private int cards() {
    return number("cards").map(BigDecimal::intValue).orElse(0);
  }

  private Optional<Long> cores(String key) {
    return number(key).map(Room::millicores);
  }

  private Optional<BigDecimal> number(String key) {
    return wish.get(key).flatMap(Node::scalar).filter(Scalar::isNumber).map(Scalar::number);
  }

  private Optional<Memory> memory(String key) {
    return wish.get(key).flatMap(Node::scalar).map(Scalar::text).flatMap(Memory::parse);
  }

  private Diagnostic tooLarge(Memory limit, Memory room) {
    return error(
            wish.get("memory").orElseThrow().origin(),
            TOO_LARGE,
            "the size "
                + name
                + " does not fit on a node of "
                + pool.orElseThrow().name()
                + ": "
                + limit.less(room).exact()
                + " are missing")
        .hint("servers have " + room.quantity() + " there at most: choose less, or another pool");
  }

  private static Diagnostic error(Origin at, RuleName rule, String message) {
    return Diagnostic.error(at.place(), rule, message);
  }
}
