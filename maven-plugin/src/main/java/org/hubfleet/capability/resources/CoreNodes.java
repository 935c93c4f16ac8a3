package org.hubfleet.capability.resources;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Values;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.model.pool.Room;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Quantity;

/**
 * Finds pods of the hub itself that no node meant for them has room for: {@code
 * resources/too-large}. Only where the cluster's file says which nodes those are.
 */
record CoreNodes(Pools pools) {
  private static final RuleName TOO_LARGE = RuleName.of("resources/too-large");

  void inspect(Values values, List<Diagnostic> problems) {
    List<Pool> core = pools.all().stream().filter(pool -> !pool.isForUsers()).toList();
    boolean known = !core.isEmpty() && core.stream().allMatch(pool -> pool.room().isPresent());
    if (pools.areBroken() || !known) {
      return;
    }
    inspect(Part.HUB.word(), Part.HUB.path(), core, values, problems);
    inspect(Part.PROXY.word(), Part.PROXY.path(), core, values, problems);
    if (values.isTrue("scheduling.userScheduler.enabled")) {
      inspect("the scheduler", "scheduling.userScheduler.resources", core, values, problems);
    }
  }

  private static void inspect(
      String word, String path, List<Pool> core, Values values, List<Diagnostic> problems) {
    Optional<BigDecimal> memory = amount(values, path + ".requests.memory");
    Optional<BigDecimal> cpu = amount(values, path + ".requests.cpu");
    Room asked =
        new Room(
            cpu.map(Room::millicores).orElse(0L),
            new Memory(memory.map(BigDecimal::longValue).orElse(0L)));
    if (core.stream().noneMatch(pool -> pool.room().orElseThrow().holds(asked))) {
      problems.add(tooLarge(word, path, asked, core, values));
    }
  }

  private static Optional<BigDecimal> amount(Values values, String path) {
    return values.node(path).flatMap(Quantity::kubernetes);
  }

  private static Diagnostic tooLarge(
      String word, String path, Room asked, List<Pool> core, Values values) {
    Pool best =
        core.stream()
            .max(Comparator.comparing(pool -> pool.room().orElseThrow().memory()))
            .orElseThrow();
    Room room = best.room().orElseThrow();
    Room missing = asked.less(room);
    boolean memory = missing.memory().bytes() > 0;
    String what = memory ? missing.memory().exact() : missing.cores().toPlainString() + " cores";
    Origin why = values.origin(path + ".requests." + (memory ? "memory" : "cpu"));
    return Diagnostic.error(
            why.place(),
            TOO_LARGE,
            word
                + " does not fit on an empty node of "
                + best.name()
                + ", where the hubs themselves run: "
                + what
                + " are missing")
        .hint(
            "keep "
                + room.memory().quantity()
                + " and "
                + room.cores().toPlainString()
                + " cores or less for it, or give the pool a larger machine")
        .related(best.origin().place(), "the pool");
  }
}
