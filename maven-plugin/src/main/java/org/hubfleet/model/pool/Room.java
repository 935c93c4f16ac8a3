package org.hubfleet.model.pool;

import java.math.BigDecimal;

/**
 * Room on a node.
 *
 * @param millicores thousandths of a CPU
 */
public record Room(long millicores, Memory memory) {
  /** Cores as a number, as upstream wants them. */
  public BigDecimal cores() {
    return cores(millicores);
  }

  /** Thousandths of a core as a number of cores. */
  public static BigDecimal cores(long millicores) {
    return BigDecimal.valueOf(millicores, 3).stripTrailingZeros();
  }

  /** A number of cores as thousandths, rounded down. */
  public static long millicores(BigDecimal cores) {
    return cores.movePointRight(3).longValue();
  }

  /** Both together. */
  public Room plus(Room other) {
    return new Room(millicores + other.millicores, memory.plus(other.memory));
  }

  /** What is left without that. */
  public Room less(Room other) {
    return new Room(Math.max(0, millicores - other.millicores), memory.less(other.memory));
  }

  /** Whether that has room here. */
  public boolean holds(Room other) {
    return other.millicores <= millicores && other.memory.compareTo(memory) <= 0;
  }

  /** That many times as much. */
  public Room times(long count) {
    return new Room(millicores * count, new Memory(memory.bytes() * count));
  }
}
