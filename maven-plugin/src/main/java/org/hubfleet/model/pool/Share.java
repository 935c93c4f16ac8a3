package org.hubfleet.model.pool;

import java.math.BigDecimal;

/**
 * An equal part of a node, such that exactly so many servers of its size have room on it: that many
 * fit, and one more does not.
 *
 * <p>A fiftieth of the node stays free for what changes on it, unless that would let one more in.
 *
 * @param servers how many fit on a node
 */
public record Share(int servers, Room room) {
  private static final BigDecimal USED = new BigDecimal("0.98");

  /**
   * One of so many parts.
   *
   * @param node what servers can use of an empty node
   */
  public static Share of(Room node, int servers) {
    long even = node.memory().part(USED).bytes() / servers;
    long tooManyFrom = node.memory().bytes() / (servers + 1) + Memory.MEBIBYTE.bytes();
    Memory memory =
        new Memory(Math.min(Math.max(even, tooManyFrom), node.memory().bytes() / servers));
    long millicores = BigDecimal.valueOf(node.millicores()).multiply(USED).longValue() / servers;
    return new Share(servers, new Room(millicores, memory.wholeMebibytes()));
  }
}
