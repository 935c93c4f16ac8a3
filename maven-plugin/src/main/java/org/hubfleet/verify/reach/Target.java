package org.hubfleet.verify.reach;

import java.util.List;
import java.util.Map;
import org.hubfleet.lower.derive.network.AddressRange;
import org.hubfleet.source.Mapping;

/**
 * Where a connection goes.
 *
 * @param isPod whether it is a pod, which selectors can name
 * @param labels of that pod
 * @param isNear whether that pod is in the hub's own namespace
 * @param namespace labels of its namespace
 * @param addresses that it may have; a rule for any part of them lets the connection through
 * @param namedPorts of that pod
 */
record Target(
    boolean isPod,
    Mapping labels,
    boolean isNear,
    Mapping namespace,
    List<AddressRange> addresses,
    Map<String, Integer> namedPorts) {
  /** Something at one of those addresses. */
  static Target at(List<AddressRange> addresses, Mapping none) {
    return new Target(false, none, false, none, addresses, Map.of());
  }
}
