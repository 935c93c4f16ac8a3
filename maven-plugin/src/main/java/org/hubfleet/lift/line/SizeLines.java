package org.hubfleet.lift.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

  private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1L << 30);
  private static final int DIGITS = 10;

  private final Shelf shelf;

  SizeLines(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public List<Proposal> propose(Told told) {
    Optional<Scalar> most = told.scalar(MOST).flatMap(SizeLines::amount);
    if (most.isEmpty()) {
      return List.of();
    }
    List<String> said = new ArrayList<>(List.of(MOST));
    Optional<Scalar> kept = told.scalar(KEPT).flatMap(SizeLines::amount);
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

  /** An amount with a unit, which comes to exactly as many bytes. */
  static Optional<Scalar> amount(Scalar said) {
    boolean hasUnit = said.text().matches(".*[MGT].*");
    return Memory.parse(said.text())
        .map(memory -> hasUnit ? said : Told.text(gibibytes(memory), said));
  }

  /** Digits that are cut off again when it is read make less than one byte. */
  private static String gibibytes(Memory memory) {
    String whole = memory.quantity();
    return whole.endsWith("i")
        ? whole.substring(0, whole.length() - 1)
        : new BigDecimal(memory.bytes())
                .divide(GIBIBYTE, DIGITS, RoundingMode.UP)
                .stripTrailingZeros()
                .toPlainString()
            + "G";
  }

  private static Optional<Memory> bytes(Scalar amount) {
    return Memory.parse(amount.text());
  }
}
