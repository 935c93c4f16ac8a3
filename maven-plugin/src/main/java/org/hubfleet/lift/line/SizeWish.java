package org.hubfleet.lift.line;

import java.util.Optional;
import org.hubfleet.lift.Told;
import org.hubfleet.model.pool.Gpu;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.SameValue;
import org.hubfleet.source.Scalar;

/**
 * Amounts in a choice or a profile as a size.
 *
 * @param pools those of the hub's cluster
 */
record SizeWish(Pools pools) {
  private static final String UNITS = "[0-9]+(\\.[0-9]+)?[MGT]i?B?";
  private static final String CARDS = "extra_resource_limits";
  private static final String VARIABLES = "environment";

  /** Whether there is any amount. */
  static boolean isIn(Rest override) {
    return override.has("mem_limit")
        || override.has("mem_guarantee")
        || override.has("cpu_limit")
        || override.has("cpu_guarantee")
        || override.has("node_selector");
  }

  /** Adds what lines can say, and takes it. */
  void take(Rest override, Mapping around, Mapping.Builder lines) {
    Scalar usual = Told.text("usual", around);
    Optional<Node> most = override.take("mem_limit", value -> amount(value).isPresent());
    Optional<Node> none = override.take("mem_limit", Node::isNull);
    Optional<Node> kept = override.take("mem_guarantee", value -> amount(value).isPresent());
    Optional<Scalar> unlimited = none.map(n -> Told.text("unlimited", n));
    boolean same = most.isPresent() && kept.flatMap(this::bytes).equals(most.flatMap(this::bytes));
    lines.put("memory", most.flatMap(this::amount).or(() -> unlimited).orElse(usual));
    if (!same && (kept.isPresent() || most.isPresent())) {
      lines.put("guaranteed", kept.flatMap(this::amount).orElse(usual));
    }
    Optional<Scalar> pool =
        override
            .take("node_selector", labels -> SizeLines.poolOf(labels, pools).isPresent())
            .flatMap(labels -> SizeLines.poolOf(labels, pools));
    boolean computed = pool.isPresent() || pools.usual().isPresent();
    cores("cpu_limit", "cpu", computed, override, usual, lines);
    cores("cpu_guarantee", "cpuGuaranteed", computed, override, usual, lines);
    lines.put("pool", pool);
    cards(override, lines);
  }

  private static void cores(
      String from,
      String to,
      boolean computed,
      Rest override,
      Scalar usual,
      Mapping.Builder lines) {
    Optional<Node> said =
        override.take(
            from, n -> n.scalar().filter(s -> s.isNumber() && s.number().signum() > 0).isPresent());
    if (said.isPresent() || computed) {
      lines.put(to, said.orElse(usual));
    }
  }

  /** Both that a server gets them and that its programs see them. */
  private static void cards(Rest override, Mapping.Builder lines) {
    Optional<Scalar> count =
        override
            .left()
            .get(CARDS)
            .filter(map -> SameValue.of(map, with(Gpu.RESOURCE, number(map), map)))
            .map(map -> Scalar.integer(Long.parseLong(number(map)), map.origin()));
    boolean seen =
        override
            .left()
            .get(VARIABLES)
            .filter(
                map ->
                    SameValue.of(map, with("NVIDIA_DRIVER_CAPABILITIES", "compute,utility", map)))
            .isPresent();
    if (count.isPresent() && seen) {
      lines.put("cards", count);
      override.take(CARDS);
      override.take(VARIABLES);
    }
  }

  private static String number(Node map) {
    return map.get(Gpu.RESOURCE).flatMap(Node::string).filter(n -> n.matches("[1-9]")).orElse("0");
  }

  private static Mapping with(String key, String value, Node at) {
    return Mapping.builder(at.origin()).put(key, value).build();
  }

  private Optional<Memory> bytes(Node value) {
    return value.scalar().map(Scalar::text).flatMap(Memory::parse);
  }

  private Optional<Scalar> amount(Node value) {
    return value.isNull() ? Optional.empty() : value.scalar().flatMap(SizeWish::written);
  }

  /** As people wrote it where it has a unit; else whole mebibytes, else bytes. */
  static Optional<Scalar> written(Scalar said) {
    if (said.text().matches(UNITS)) {
      return Optional.of(Told.text(said.text(), said));
    }
    return Memory.parse(said.text())
        .filter(memory -> memory.compareTo(Memory.MEBIBYTE) >= 0)
        .map(
            memory -> {
              String whole = memory.quantity();
              boolean unit = whole.endsWith("i");
              return Told.text(unit ? whole.substring(0, whole.length() - 1) : whole + "B", said);
            });
  }
}
