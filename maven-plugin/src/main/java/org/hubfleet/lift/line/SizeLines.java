package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.SameValue;
import org.hubfleet.source.Scalar;

/** {@code sizes}: the one size of all servers. */
final class SizeLines implements Lifter {
  private static final String MOST = "singleuser.memory.limit";
  private static final String KEPT = "singleuser.memory.guarantee";
  private static final String CORES = "singleuser.cpu.limit";
  private static final String KEPT_CORES = "singleuser.cpu.guarantee";
  private static final String SELECTOR = "singleuser.nodeSelector";

  private final Shelf shelf;

  SizeLines(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public List<Proposal> propose(Told told) {
    Optional<Scalar> most = told.scalar(MOST).flatMap(SizeWish::written);
    if (most.isEmpty()) {
      return List.of();
    }
    List<String> said = new ArrayList<>(List.of(MOST));
    Optional<Scalar> kept = told.scalar(KEPT).flatMap(SizeWish::written);
    kept.ifPresent(amount -> said.add(KEPT));
    Optional<Scalar> cores = told.scalar(CORES).filter(Scalar::isNumber);
    cores.ifPresent(number -> said.add(CORES));
    told.scalar(KEPT_CORES).filter(Scalar::isNumber).ifPresent(number -> said.add(KEPT_CORES));
    Optional<Scalar> pool = told.node(SELECTOR).flatMap(labels -> pool(labels, told));
    pool.ifPresent(name -> said.add(SELECTOR));
    boolean all = kept.filter(amount -> bytes(amount).equals(bytes(most.get()))).isPresent();
    Mapping size =
        Mapping.builder(most.get().origin())
            .put("memory", most.get())
            .put("guaranteed", all ? Optional.empty() : kept)
            .put("cpu", cores)
            .build();
    Mapping named = Mapping.builder(most.get().origin()).put("usual", size).build();
    Mapping sizes =
        Mapping.builder(most.get().origin()).put("pool", pool).put("named", named).build();
    return List.of(Proposal.of("sizes", Told.line("sizes", sizes), said.toArray(String[]::new)));
  }

  private Optional<Scalar> pool(Node labels, Told told) {
    return poolOf(labels, Pools.of(told.cluster(), shelf));
  }

  /** The pool to whose nodes labels lead. */
  static Optional<Scalar> poolOf(Node labels, Pools pools) {
    return pools.forUsers().stream()
        .filter(pool -> pool.selector().filter(s -> SameValue.of(s, labels)).isPresent())
        .map(Pool::name)
        .findFirst()
        .map(name -> Told.text(name, labels));
  }

  private static Optional<Memory> bytes(Scalar amount) {
    return Memory.parse(amount.text());
  }
}
