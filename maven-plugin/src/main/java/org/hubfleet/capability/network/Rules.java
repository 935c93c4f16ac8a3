package org.hubfleet.capability.network;

import java.util.List;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** Writes rules of network policies for connections that go out. */
final class Rules {
  private Rules() {}

  /** A rule; {@code ports} are TCP. */
  static Mapping egress(List<? extends Node> to, List<Scalar> ports, Origin why) {
    List<Mapping> open = ports.stream().map(port -> port(port, "TCP")).toList();
    return Mapping.builder(why)
        .put("to", Sequence.of(to, why))
        .put("ports", Sequence.of(open, why))
        .build();
  }

  static Mapping port(Scalar port, String protocol) {
    return Mapping.builder(port.origin()).put("port", port).put("protocol", protocol).build();
  }

  /** Addresses of a range. */
  static Mapping block(String range, Origin why) {
    Mapping cidr = Mapping.builder(why).put("cidr", range).build();
    return Mapping.builder(why).put("ipBlock", cidr).build();
  }

  /** A map that selects by labels. */
  static Mapping matching(Mapping labels) {
    return Mapping.builder(labels.origin()).put("matchLabels", labels).build();
  }
}
